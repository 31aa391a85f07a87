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

-- Invoices and credit notes. What is on paper is frozen here; only the buyer's name and address stand apart, where they can be
-- erased when the law no longer wants them.
create table encore.seller (
  account_id bigint      not null,
  name       text        not null,
  address    text        not null,
  tax_number text        not null,
  written_at timestamptz not null,
  constraint pk_seller primary key (account_id),
  constraint ck_seller_name check (length(name) between 1 and 200)
);

comment on column encore.seller.tax_number is 'Such as T1234567890123 of a Japanese qualified invoice issuer; empty without one.';

-- Its row lock makes the numbers gapless: a number that is rolled back is given again.
create table encore.invoice_series (
  organizer_account_id bigint not null,
  kind                 text   not null,
  last_number          bigint not null,
  constraint pk_invoice_series primary key (organizer_account_id, kind),
  constraint ck_invoice_series_kind check (kind in ('INVOICE', 'CREDIT_NOTE'))
);

create table encore.invoice (
  id                   bigint      generated always as identity,
  organizer_account_id bigint      not null,
  kind                 text        not null,
  number               bigint      not null,
  code                 text        not null,
  account_id           bigint      not null,
  order_id             bigint      not null,
  refund_id            bigint,
  invoice_id           bigint,
  issued_at            timestamptz not null,
  supplied_at          timestamptz not null,
  currency             text        not null,
  gross_minor          bigint      not null,
  money_minor          bigint      not null,
  seller_name          text        not null,
  seller_address       text        not null,
  seller_tax_number    text        not null,
  event_title          text        not null,
  lines                jsonb       not null,
  constraint pk_invoice primary key (id),
  constraint uq_invoice_number unique (organizer_account_id, kind, number),
  constraint uq_invoice_code unique (code),
  constraint fk_invoice_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint fk_invoice_refund_id foreign key (refund_id) references encore.order_refund (id),
  constraint fk_invoice_invoice_id foreign key (invoice_id) references encore.invoice (id),
  constraint ck_invoice_kind check (kind in ('INVOICE', 'CREDIT_NOTE')
    and (kind = 'CREDIT_NOTE') = (refund_id is not null) and (kind = 'CREDIT_NOTE') = (invoice_id is not null)),
  constraint ck_invoice_number check (number > 0),
  constraint ck_invoice_amounts check (gross_minor >= money_minor and money_minor >= 0)
);
create unique index uq_invoice_order_id on encore.invoice (order_id) where kind = 'INVOICE';
create unique index uq_invoice_refund_id on encore.invoice (refund_id) where kind = 'CREDIT_NOTE';
create index ix_invoice_order_id on encore.invoice (order_id);

comment on column encore.invoice.supplied_at is 'When the order was paid, or the tickets were given back.';
comment on column encore.invoice.gross_minor is 'Tickets and fees with their taxes.';
comment on column encore.invoice.money_minor is 'The part of it that was money; the rest was a voucher.';
comment on column encore.invoice.lines is 'Array of {name, quantity, price, fee, tax}: minor units of one ticket, tax and all, and the rate in hundredths of a per cent.';

create table encore.invoice_buyer (
  invoice_id bigint not null,
  name       text   not null,
  address    text   not null,
  constraint pk_invoice_buyer primary key (invoice_id),
  constraint fk_invoice_buyer_invoice_id foreign key (invoice_id) references encore.invoice (id),
  constraint ck_invoice_buyer_name check (length(name) between 1 and 200)
);

create trigger forbid_change before update or delete or truncate on encore.invoice
  for each statement execute function encore.forbid_change();
revoke update, delete, truncate on encore.invoice from encore_app;

-- Sales by hand: at the door, or made by the organizer for somebody. The money never passes a provider.
alter table encore.ticket_order
  add column channel text not null default 'WEB',
  add column seller_account_id bigint,
  add column sold_because text,
  add constraint ck_ticket_order_channel check (channel in ('WEB', 'HAND', 'DOOR')),
  add constraint ck_ticket_order_seller check ((channel = 'WEB') = (seller_account_id is null));

comment on column encore.ticket_order.seller_account_id is 'Who sold by hand.';
comment on column encore.ticket_order.sold_because is 'Why it is free, or how it was paid outside.';

-- The same thing done to all paid orders of an event, order by order: a worker goes on where it or another node stopped.
create table encore.order_batch (
  id            bigint      generated always as identity,
  code          text        not null,
  event_id      bigint      not null,
  account_id    bigint      not null,
  kind          text        not null,
  keep_fees     boolean     not null,
  even_if_used  boolean     not null,
  subject       text        not null,
  body          text        not null,
  call_key      text        not null,
  status        text        not null default 'RUNNING',
  total         integer     not null,
  done          integer     not null default 0,
  failed        integer     not null default 0,
  last_order_id bigint      not null default 0,
  until_order_id bigint     not null,
  created_at    timestamptz not null,
  finished_at   timestamptz,
  constraint pk_order_batch primary key (id),
  constraint uq_order_batch_code unique (code),
  constraint uq_order_batch_call_key unique (account_id, call_key),
  constraint fk_order_batch_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_order_batch_kind check (kind in ('REFUND', 'MAIL')),
  constraint ck_order_batch_status check (status in ('RUNNING', 'DONE')),
  constraint ck_order_batch_counts check (done >= 0 and failed >= 0 and done + failed <= total),
  constraint ck_order_batch_finished_at check ((status = 'DONE') = (finished_at is not null))
);
create index ix_order_batch_running on encore.order_batch (id) where status = 'RUNNING';
create index ix_order_batch_event_id on encore.order_batch (event_id, id desc);

create table encore.order_batch_failure (
  batch_id bigint not null,
  order_id bigint not null,
  error    text   not null,
  constraint pk_order_batch_failure primary key (batch_id, order_id),
  constraint fk_order_batch_failure_batch_id foreign key (batch_id) references encore.order_batch (id),
  constraint fk_order_batch_failure_order_id foreign key (order_id) references encore.ticket_order (id)
);
