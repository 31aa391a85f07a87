-- Seats that are named go with the many: what a transaction costs is shared by holds of seats as it is by all others, and
-- a seat is found by its label in the statement that takes it.

drop function encore.hold_many(text[], bigint[], bigint[], bigint[], text[], text[], text[], text[], text[],
  integer[], bigint[], integer[], bigint[], bigint[]);
drop function encore.hold_alone(text, bigint, bigint, bigint, text, text, text, timestamptz, timestamptz,
  bigint[], integer[], bigint[], bigint[]);

-- Holds of plain tickets and of named seats: no code, no limit per person, no seats to be chosen here. The wishes are
-- numbered from 1; p_line_of tells whose line it is, p_seat_of whose seat, p_seat_types as which of its types it is
-- bought; who names seats names one for each ticket of a seated type. Every wish gets the answer that hold_tickets gives,
-- or STALE when the event has another edition than the wish was priced by, or no such seat: nothing has happened then.
-- One wish's refusal never harms another: when they can't all be fulfilled together, each is tried alone, in their order.
create function encore.hold_many(
  p_codes text[], p_accounts bigint[], p_events bigint[], p_editions bigint[], p_currencies text[], p_keys text[],
  p_hashes text[], p_nows text[], p_expires text[],
  p_line_of integer[], p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[],
  p_seat_of integer[], p_seat_types bigint[], p_seat_labels text[])
returns table (o_n integer, o_outcome text, o_code text, o_hash text, o_short bigint)
language plpgsql rows 64 as $$
declare
  v_together boolean;
  v_seats    bigint[];
  v_written  integer;
begin
  perform encore.lock_tickets(p_types);
  select not bool_or(e.edition <> w.edition or e.waiting_room) and count(*) = cardinality(p_codes)
         and count(distinct (w.account, w.key)) = cardinality(p_codes)
         and not exists (select from unnest(p_accounts, p_keys) as k (account, key)
                           join encore.ticket_reservation r on r.account_id = k.account and r.call_key = k.key)
    into v_together
    from unnest(p_events, p_editions, p_accounts, p_keys) as w (event, edition, account, key)
    join encore.live_event e on e.id = w.event;
  if v_together and cardinality(p_seat_of) > 0 then
    v_seats := encore.lock_seats(p_events, p_seat_of, p_seat_types, p_seat_labels);
    v_together := v_seats is not null;
  end if;
  if v_together and encore.move_tickets(p_types, p_quantities, -1, 1, 0) is null then
    with held as (
      insert into encore.ticket_reservation
          (code, account_id, event_id, currency, status, call_key, request_hash, created_at, expires_at, seated)
        select w.code, w.account, w.event, w.currency, 'HELD', w.key, w.hash, w.now::timestamptz, w.expires::timestamptz,
               w.n = any (p_seat_of)
          from unnest(p_codes, p_accounts, p_events, p_currencies, p_keys, p_hashes, p_nows, p_expires) with ordinality
            as w (code, account, event, currency, key, hash, now, expires, n)
        on conflict (account_id, call_key) do nothing
        returning id, code),
    lines as (
      insert into encore.reservation_line (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)
        select held.id, line.ticket_type, line.quantity, line.price, line.fee
          from unnest(p_line_of, p_types, p_quantities, p_prices, p_fees) as line (of, ticket_type, quantity, price, fee)
          join held on held.code = p_codes[line.of]),
    taken as (
      update encore.seat set free = false where id = any (v_seats)),
    seats as (
      insert into encore.seat_hold (reservation_id, seat_id, event_id, ticket_type_id, number)
        select held.id, s.id, s.event_id, w.type,
               row_number() over (partition by w.of, w.type order by s.line, s.position)
          from unnest(v_seats, p_seat_of, p_seat_types) as w (id, of, type)
          join encore.seat s on s.id = w.id
          join held on held.code = p_codes[w.of])
    select count(*) into v_written from held;
    if v_written < cardinality(p_codes) then
      -- a call for other types came with one of the keys meanwhile; alone each finds its answer
      raise exception 'Come again alone' using errcode = 'serialization_failure';
    end if;
    return query select n::integer, 'HELD', w.code, w.hash, null::bigint
      from unnest(p_codes, p_hashes) with ordinality as w (code, hash, n) order by n;
    return;
  end if;
  return query select n, alone.o_outcome, alone.o_code, alone.o_hash, alone.o_short
    from generate_series(1, cardinality(p_codes)) as n
    cross join lateral encore.hold_alone(p_codes[n], p_accounts[n], p_events[n], p_editions[n], p_currencies[n],
      p_keys[n], p_hashes[n], p_nows[n]::timestamptz, p_expires[n]::timestamptz,
      array(select ticket_type from unnest(p_line_of, p_types) with ordinality as l (of, ticket_type, place) where of = n order by place),
      array(select quantity from unnest(p_line_of, p_quantities) with ordinality as l (of, quantity, place) where of = n order by place),
      array(select price from unnest(p_line_of, p_prices) with ordinality as l (of, price, place) where of = n order by place),
      array(select fee from unnest(p_line_of, p_fees) with ordinality as l (of, fee, place) where of = n order by place),
      array(select type from unnest(p_seat_of, p_seat_types) with ordinality as s (of, type, place) where of = n order by place),
      array(select label from unnest(p_seat_of, p_seat_labels) with ordinality as s (of, label, place) where of = n order by place)) as alone;
end
$$;

-- Locks the free seats of these names, in the order of their ids, and answers their ids in the order of the names. Null
-- when one of them is not to be had, or is wanted twice.
create function encore.lock_seats(p_events bigint[], p_of integer[], p_types bigint[], p_labels text[])
returns bigint[] language plpgsql as $$
declare
  v_seats bigint[];
begin
  -- what another one has taken meanwhile is not among them: the conditions are looked at again after the wait
  with had as materialized (
    select s.id, w.n
      from unnest(p_of, p_types, p_labels) with ordinality as w (of, type, label, n)
      join encore.seat s on s.event_id = p_events[w.of] and s.label = w.label
     where s.ticket_type_id = w.type and s.free and not s.blocked
     order by s.id for update of s)
  select array_agg(id order by n) into v_seats from had having count(distinct id) = cardinality(p_of);
  return v_seats;
end
$$;

-- One of them: as hold_tickets, if the offer is still what it was priced by.
create function encore.hold_alone(
  p_code text, p_account bigint, p_event bigint, p_edition bigint, p_currency text, p_key text, p_hash text,
  p_now timestamptz, p_expires timestamptz, p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[],
  p_seat_types bigint[], p_labels text[], out o_outcome text, out o_code text, out o_hash text, out o_short bigint)
language plpgsql as $$
declare
  v_seats bigint[];
begin
  o_outcome := 'STALE';
  if not exists (select from encore.live_event where id = p_event and edition = p_edition) then
    return;
  end if;
  if cardinality(p_labels) > 0 then
    select array_agg(s.id) into v_seats
      from unnest(p_seat_types, p_labels) as w (type, label)
      join encore.seat s on s.event_id = p_event and s.label = w.label and s.ticket_type_id = w.type;
    if cardinality(v_seats) is distinct from cardinality(p_labels) then
      return;
    end if;
  end if;
  select held.* into o_outcome, o_code, o_hash, o_short
    from encore.hold_tickets(p_code, p_account, p_event, p_currency, p_key, p_hash, p_now, p_expires,
                             p_types, p_quantities, p_prices, p_fees, v_seats) as held;
end
$$;

-- A large hall comes at once, and sessions keep plans that were made for small ones.
alter function encore.lock_seats(bigint[], integer[], bigint[], text[]) set enable_seqscan = off;
alter function encore.lock_seats(bigint[], integer[], bigint[], text[]) set enable_hashjoin = off;
alter function encore.lock_seats(bigint[], integer[], bigint[], text[]) set enable_mergejoin = off;
