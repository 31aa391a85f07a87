-- Reservations hold tickets for minutes, orders sell them for good.
-- The row lock of a reservation guards the reservation, its order and its lines; stock is locked after it, never before.

create table encore.ticket_reservation (
  id           bigint      generated always as identity,
  code         text        not null,
  account_id   bigint      not null,
  event_id     bigint      not null,
  currency     text        not null,
  status       text        not null,
  call_key     text        not null,
  request_hash text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  constraint pk_ticket_reservation primary key (id),
  constraint uq_ticket_reservation_code unique (code),
  constraint uq_ticket_reservation_account_id_call_key unique (account_id, call_key),
  constraint ck_ticket_reservation_status check (status in ('HELD', 'SOLD', 'RELEASED', 'EXPIRED')),
  constraint ck_ticket_reservation_call_key check (length(call_key) between 1 and 200),
  constraint ck_ticket_reservation_expires_at check (expires_at > created_at)
) with (fillfactor = 80);
create index ix_ticket_reservation_expires_at on encore.ticket_reservation (expires_at) where status = 'HELD';

comment on table encore.ticket_reservation is
  'Event and ticket type are named without a foreign key: the stock row that gave the tickets proves them, and the key would cost the hot path more than a third.';

create table encore.reservation_line (
  reservation_id bigint  not null,
  ticket_type_id bigint  not null,
  quantity       integer not null,
  price_minor    bigint  not null,
  fee_minor      bigint  not null,
  constraint pk_reservation_line primary key (reservation_id, ticket_type_id),
  constraint fk_reservation_line_reservation_id
    foreign key (reservation_id) references encore.ticket_reservation (id),
  constraint ck_reservation_line_quantity check (quantity > 0),
  constraint ck_reservation_line_not_negative check (price_minor >= 0 and fee_minor >= 0)
);

create table encore.ticket_order (
  id             bigint      generated always as identity,
  code           text        not null,
  account_id     bigint      not null,
  event_id       bigint      not null,
  reservation_id bigint      not null,
  status         text        not null,
  currency       text        not null,
  tickets_minor  bigint      not null,
  fee_minor      bigint      not null,
  total_minor    bigint      not null,
  provider       text        not null,
  payment        text,
  holder_name    text        not null,
  phone          text,
  call_key       text        not null,
  request_hash   text        not null,
  placed_at      timestamptz not null,
  paid_at        timestamptz,
  refunded_at    timestamptz,
  constraint pk_ticket_order primary key (id),
  constraint uq_ticket_order_code unique (code),
  constraint uq_ticket_order_reservation_id unique (reservation_id),
  constraint uq_ticket_order_account_id_call_key unique (account_id, call_key),
  constraint fk_ticket_order_reservation_id foreign key (reservation_id) references encore.ticket_reservation (id),
  constraint fk_ticket_order_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_ticket_order_status check (status in ('OPEN', 'PAID', 'LAPSED', 'REFUND_DUE', 'REFUNDED')),
  constraint ck_ticket_order_total check (total_minor = tickets_minor + fee_minor and tickets_minor >= 0 and fee_minor >= 0),
  constraint ck_ticket_order_paid_at check (status <> 'PAID' or paid_at is not null),
  constraint ck_ticket_order_payment
    check (status not in ('PAID', 'REFUND_DUE', 'REFUNDED') or total_minor = 0 or payment is not null)
);
create index ix_ticket_order_account_id on encore.ticket_order (account_id, placed_at desc);
create index ix_ticket_order_event_id on encore.ticket_order (event_id, placed_at desc);
create index ix_ticket_order_placed_at on encore.ticket_order (placed_at desc);

create table encore.order_line (
  order_id       bigint  not null,
  ticket_type_id bigint  not null,
  quantity       integer not null,
  price_minor    bigint  not null,
  fee_minor      bigint  not null,
  constraint pk_order_line primary key (order_id, ticket_type_id),
  constraint fk_order_line_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint fk_order_line_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint ck_order_line_quantity check (quantity > 0)
);
create index ix_order_line_ticket_type_id on encore.order_line (ticket_type_id);

-- A hold in one round trip: the stock first, then the reservation and its lines. The key makes it safe to repeat:
-- calls for the same types queue at the stock's lock, so the second one finds what the first one wrote. Outcome HELD
-- is new; AGAIN is an earlier call with this key (o_hash tells whether it asked the same); SHORT has not enough of the
-- type o_short. Only HELD changes anything.
create function encore.hold_tickets(
  p_code text, p_account bigint, p_event bigint, p_currency text, p_key text, p_hash text,
  p_now timestamptz, p_expires timestamptz,
  p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[],
  out o_outcome text, out o_code text, out o_hash text, out o_short bigint)
language plpgsql as $$
declare
  v_id bigint;
begin
  perform encore.lock_tickets(p_types);
  select code, request_hash into o_code, o_hash
    from encore.ticket_reservation where account_id = p_account and call_key = p_key;
  if found then
    o_outcome := 'AGAIN';
    return;
  end if;
  o_short := encore.move_tickets(p_types, p_quantities, -1, 1, 0);
  if o_short is not null then
    o_outcome := 'SHORT';
    return;
  end if;
  insert into encore.ticket_reservation
      (code, account_id, event_id, currency, status, call_key, request_hash, created_at, expires_at)
    values (p_code, p_account, p_event, p_currency, 'HELD', p_key, p_hash, p_now, p_expires)
    on conflict (account_id, call_key) do nothing
    returning id into v_id;
  if v_id is null then
    -- only a call for other types can have passed the lock with this key: another request
    perform encore.move_tickets(p_types, p_quantities, 1, -1, 0);
    select 'AGAIN', code, request_hash into o_outcome, o_code, o_hash
      from encore.ticket_reservation where account_id = p_account and call_key = p_key;
    return;
  end if;
  insert into encore.reservation_line (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)
    select v_id, line.* from unnest(p_types, p_quantities, p_prices, p_fees) as line;
  o_outcome := 'HELD';
  o_code := p_code;
  o_hash := p_hash;
end
$$;

-- Ends due holds: their tickets are free again and their unpaid orders lapse. Nodes share the work by skipping what
-- another one has locked. Answers how many reservations ended.
create function encore.expire_reservations(p_now timestamptz, p_limit integer)
returns integer language plpgsql as $$
declare
  v_ids        bigint[];
  v_types      bigint[];
  v_quantities integer[];
begin
  select array_agg(due.id) into v_ids
    from (select id from encore.ticket_reservation
           where status = 'HELD' and expires_at <= p_now
           order by expires_at limit p_limit for update skip locked) as due;
  if v_ids is null then
    return 0;
  end if;
  update encore.ticket_reservation set status = 'EXPIRED' where id = any (v_ids);
  update encore.ticket_order set status = 'LAPSED' where reservation_id = any (v_ids) and status = 'OPEN';
  select array_agg(given.ticket_type_id), array_agg(given.quantity) into v_types, v_quantities
    from (select ticket_type_id, sum(quantity)::integer as quantity
            from encore.reservation_line where reservation_id = any (v_ids) group by ticket_type_id) as given;
  if encore.move_tickets(v_types, v_quantities, 1, -1, 0) is not null then
    raise exception 'Held tickets are missing' using errcode = 'data_corrupted';
  end if;
  return cardinality(v_ids);
end
$$;
