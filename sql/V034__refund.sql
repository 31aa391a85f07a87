-- Parts of a payment that go back, and the tickets of an order that they are for.

alter table encore.payment
  add column refund_minor bigint not null default 0,
  add constraint ck_payment_refund_minor check (refund_minor between 0 and amount_minor);

comment on column encore.payment.refund_minor is
  'What shall go back, done or not: raised with every wish under the lock of this row, so that no more goes back than was paid.';

update encore.payment p set refund_minor = r.amount_minor from encore.payment_refund r where r.payment_id = p.id;

alter table encore.payment_refund
  add column call_key text not null default 'ALL',
  drop constraint uq_payment_refund_payment_id,
  add constraint uq_payment_refund_call_key unique (payment_id, call_key);

comment on column encore.payment_refund.call_key is 'Who asks again with the same key gets nothing twice; ALL is what is left of the payment.';

alter table encore.ticket_order
  add column refunded_minor bigint not null default 0,
  add constraint ck_ticket_order_refunded_minor check (refunded_minor between 0 and total_minor);

alter table encore.order_line
  add column refunded integer not null default 0,
  add constraint ck_order_line_refunded check (refunded between 0 and quantity);

comment on column encore.order_line.refunded is 'Tickets of the line that were given back: the stock has quantity less refunded of every paid order.';

update encore.ticket_order set refunded_minor = total_minor where status = 'REFUNDED' and paid_at is not null;
update encore.order_line l set refunded = quantity from encore.ticket_order o
 where o.id = l.order_id and o.status = 'REFUNDED' and o.paid_at is not null;

create table encore.order_refund (
  id           bigint      generated always as identity,
  code         text        not null,
  order_id     bigint      not null,
  account_id   bigint,
  value_minor  bigint      not null,
  fee_minor    bigint      not null,
  amount_minor bigint      not null,
  fees_kept    boolean     not null,
  reason       text        not null,
  call_key     text        not null,
  request_hash text        not null,
  refunded_at  timestamptz not null,
  constraint pk_order_refund primary key (id),
  constraint uq_order_refund_code unique (code),
  constraint uq_order_refund_call_key unique (order_id, call_key),
  constraint fk_order_refund_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint ck_order_refund_not_negative check (value_minor >= 0 and fee_minor >= 0 and amount_minor >= 0),
  constraint ck_order_refund_reason check (length(reason) between 1 and 200)
);
create index ix_order_refund_refunded_at on encore.order_refund (refunded_at);

comment on column encore.order_refund.account_id is 'Who gave the money back; null for the house itself.';
comment on column encore.order_refund.value_minor is 'Prices, and fees unless they are kept, of the tickets given back, before the share of a voucher.';
comment on column encore.order_refund.fee_minor is 'The fees of the tickets given back, whether they are kept or not.';
comment on column encore.order_refund.amount_minor is 'The money that goes back.';

-- A seat goes back once: that is what the primary key is for.
create table encore.refunded_seat (
  order_id       bigint  not null,
  ticket_type_id bigint  not null,
  number         integer not null,
  part_of        bigint  not null default 0,
  refund_id      bigint  not null,
  constraint pk_refunded_seat primary key (order_id, ticket_type_id, number),
  constraint fk_refunded_seat_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint fk_refunded_seat_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint fk_refunded_seat_refund_id foreign key (refund_id) references encore.order_refund (id),
  constraint ck_refunded_seat_number check (number > 0)
);
create index ix_refunded_seat_refund_id on encore.refunded_seat (refund_id);

comment on column encore.refunded_seat.number is 'From 1 within the order''s tickets of the type, as the number of its ticket; a bundle has numbers and no tickets.';

create trigger forbid_change before update or delete or truncate on encore.order_refund
  for each statement execute function encore.forbid_change();
create trigger forbid_change before update or delete or truncate on encore.refunded_seat
  for each statement execute function encore.forbid_change();
revoke update, delete, truncate on encore.order_refund, encore.refunded_seat from encore_app;

-- Who takes how much of a ticket's price for the service, and which tax is in it. Rules end and are followed by others; none is
-- changed, so that what an order was calculated with can be read at any time. The narrowest rule counts: ticket type, event,
-- currency, everywhere.
create table encore.fee_rule (
  id                 bigint      generated always as identity,
  ticket_type_id     bigint,
  event_id           bigint,
  currency           text,
  share_basis_points integer     not null,
  fixed_minor        bigint      not null default 0,
  least_minor        bigint      not null default 0,
  most_minor         bigint,
  payer              text        not null default 'FAN',
  account_id         bigint,
  valid_from         timestamptz not null,
  ended_at           timestamptz,
  constraint pk_fee_rule primary key (id),
  constraint fk_fee_rule_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint fk_fee_rule_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_fee_rule_scope check (num_nonnulls(ticket_type_id, event_id, currency) <= 1),
  constraint ck_fee_rule_share check (share_basis_points between 0 and 5000),
  constraint ck_fee_rule_amounts check (fixed_minor >= 0 and least_minor >= 0 and most_minor >= least_minor),
  constraint ck_fee_rule_amounts_have_a_currency check (num_nonnulls(ticket_type_id, event_id, currency) = 1
    or fixed_minor = 0 and least_minor = 0 and most_minor is null),
  constraint ck_fee_rule_payer check (payer in ('FAN', 'ORGANIZER')),
  constraint ck_fee_rule_ended_at check (ended_at >= valid_from)
);
create unique index uq_fee_rule_ticket_type_id on encore.fee_rule (ticket_type_id) where ended_at is null and ticket_type_id is not null;
create unique index uq_fee_rule_event_id on encore.fee_rule (event_id) where ended_at is null and event_id is not null;
create unique index uq_fee_rule_currency on encore.fee_rule (currency) where ended_at is null and currency is not null;
create unique index uq_fee_rule_everywhere on encore.fee_rule ((true))
  where ended_at is null and num_nonnulls(ticket_type_id, event_id, currency) = 0;

comment on column encore.fee_rule.share_basis_points is 'Hundredths of a per cent of the ticket''s price, rounded half up for each ticket.';
comment on column encore.fee_rule.payer is 'FAN: on top of the price. ORGANIZER: out of the price, the fan does not see it.';

insert into encore.fee_rule (share_basis_points, valid_from) values (500, timestamptz '2000-01-01 00:00:00Z');

create table encore.tax_rule (
  id                bigint      generated always as identity,
  ticket_type_id    bigint,
  event_id          bigint,
  rate_basis_points integer     not null,
  included          boolean     not null,
  account_id        bigint,
  valid_from        timestamptz not null,
  ended_at          timestamptz,
  constraint pk_tax_rule primary key (id),
  constraint fk_tax_rule_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint fk_tax_rule_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_tax_rule_scope check (num_nonnulls(ticket_type_id, event_id) = 1),
  constraint ck_tax_rule_rate check (rate_basis_points between 0 and 5000),
  constraint ck_tax_rule_ended_at check (ended_at >= valid_from)
);
create unique index uq_tax_rule_ticket_type_id on encore.tax_rule (ticket_type_id) where ended_at is null and ticket_type_id is not null;
create unique index uq_tax_rule_event_id on encore.tax_rule (event_id) where ended_at is null and event_id is not null;
create index ix_tax_rule_ticket_type_id on encore.tax_rule (ticket_type_id);
create index ix_tax_rule_event_id on encore.tax_rule (event_id);
create index ix_fee_rule_ticket_type_id on encore.fee_rule (ticket_type_id);
create index ix_fee_rule_event_id on encore.fee_rule (event_id);

comment on table encore.tax_rule is
  'The price that is held and ordered contains the tax in both cases; where it is added, it was added to each ticket''s price, rounded half up.';
