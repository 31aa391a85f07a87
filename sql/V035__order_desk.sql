-- What organizers and administrators do with orders: notes beside them, and finding them again.

create table encore.order_note (
  id         bigint      generated always as identity,
  order_id   bigint      not null,
  account_id bigint      not null,
  written_at timestamptz not null,
  body       text        not null,
  constraint pk_order_note primary key (id),
  constraint fk_order_note_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint ck_order_note_body check (length(body) between 1 and 2000)
);
create index ix_order_note_order_id on encore.order_note (order_id, id desc);

comment on table encore.order_note is 'For organizers and administrators; the fan does not read it.';

create index ix_ticket_order_search on encore.ticket_order (placed_at desc, id desc);
