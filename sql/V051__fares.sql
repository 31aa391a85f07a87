-- Several ticket types for the seats of one category: adult, child, supporter. A fare is a seated type without seats of its
-- own: it is sold on the seats of its leading type, which seat.ticket_type_id names. What is bought as which type is in
-- seat_hold. The stock of each of them has all the seats as its capacity, and a quota that they share sees to it that
-- together they never have more.

alter table encore.ticket_type add column fare_of bigint;
alter table encore.ticket_type add constraint fk_ticket_type_fare_of foreign key (fare_of) references encore.ticket_type (id);
alter table encore.ticket_type add constraint ck_ticket_type_fare_of check (fare_of is null or fare_of <> id and seated);
create index ix_ticket_type_fare_of on encore.ticket_type (fare_of) where fare_of is not null;
comment on column encore.ticket_type.fare_of is
  'The leading type whose seats are sold as this type too; null for a type that leads or has no seats. Written by define_fares.';

alter table encore.quota add column leading_type_id bigint;
alter table encore.quota add constraint fk_quota_leading_type_id foreign key (leading_type_id) references encore.ticket_type (id);
alter table encore.quota add constraint uq_quota_leading_type_id unique (leading_type_id);
comment on column encore.quota.leading_type_id is
  'The quota is the seats of this type, shared with its fares; null for those that organizers make.';

-- Everything that is sold on the same seats has one lock, the leading type's: who chooses the best seats has it already,
-- and nobody waits in a circle whatever types are in a call.
create or replace function encore.lock_tickets(p_types bigint[]) returns void language plpgsql as $$
declare
  v_type bigint;
begin
  if cardinality(p_types) = 1 then
    perform pg_advisory_xact_lock(712, hashint8(coalesce(t.fare_of, t.id)))
       from encore.ticket_type t where t.id = p_types[1];
    return;
  end if;
  for v_type in select distinct coalesce(t.fare_of, t.id) from encore.ticket_type t where t.id = any (p_types) order by 1 loop
    perform pg_advisory_xact_lock(712, hashint8(v_type));
  end loop;
end
$$;

drop function encore.take_best_seats(bigint, integer);

-- Chooses under the lock of the type, where nobody else chooses, and locks what it has chosen.
create function encore.take_best_seats(p_type bigint, p_quantity integer, p_without bigint[] default null)
returns bigint[] language plpgsql as $$
declare
  v_seats bigint[];
begin
  perform encore.lock_tickets(array[p_type]);
  v_seats := encore.best_seats(p_type, p_quantity, p_without);
  if v_seats is null then
    raise exception 'Seats and stock of ticket type % differ', p_type using errcode = 'data_corrupted';
  end if;
  perform from encore.seat where id = any (v_seats) order by id for update;
  return v_seats;
end
$$;

-- As hold_seats, where some type of the reservation is a fare: p_seat_types tells as which type each of p_seats is bought.
-- Types of the same seats of which none is named sit together: the best seats for all of them are chosen at once and go to
-- the types in the organizer's order.
create function encore.hold_fares(
  p_event bigint, p_reservation bigint, p_types bigint[], p_quantities integer[], p_seats bigint[], p_seat_types bigint[])
returns bigint language plpgsql as $$
declare
  v_seats bigint[] := coalesce(p_seats, '{}');
  v_types bigint[] := coalesce(p_seat_types, '{}');
  v_had   bigint[];
  v_gone  bigint;
  v_best  record;
begin
  if cardinality(v_seats) > 0 then
    -- what another one has taken meanwhile is not among them: the conditions are looked at again after the wait
    select array_agg(had.id) into v_had
      from (select s.id from encore.seat s
             where s.id = any (v_seats) and s.event_id = p_event and s.free and not s.blocked
               and s.ticket_type_id in (select coalesce(t.fare_of, t.id)
                                          from unnest(v_seats, v_types) as named (seat, type)
                                          join encore.ticket_type t on t.id = named.type
                                         where named.seat = s.id and named.type = any (p_types))
             order by s.id for update of s) as had;
    if cardinality(v_had) is distinct from cardinality(v_seats) then
      select min(wanted.id) into v_gone from unnest(v_seats) as wanted (id) where wanted.id <> all (coalesce(v_had, '{}'));
      return coalesce(v_gone, v_seats[1]);
    end if;
  end if;
  for v_best in
    select coalesce(t.fare_of, t.id) as leading, sum(line.quantity)::integer as quantity,
           array_agg(t.id order by t.place, t.id) as types, array_agg(line.quantity order by t.place, t.id) as quantities,
           bool_or(line.named > 0) as wrong
      from (select wish.type, sum(wish.quantity)::integer as quantity,
                   cardinality(array_positions(v_types, wish.type)) as named
              from unnest(p_types, p_quantities) as wish (type, quantity) group by wish.type) as line
      join encore.ticket_type t on t.id = line.type
     where t.seated and line.named <> line.quantity
     group by 1 order by 1
  loop
    if v_best.wrong then
      raise exception 'Not as many seats as tickets' using errcode = 'check_violation', constraint = 'ck_seat_hold_quantity';
    end if;
    v_seats := v_seats || encore.take_best_seats(v_best.leading, v_best.quantity, v_seats);
    v_types := v_types || array(
      select bought.type from unnest(v_best.types, v_best.quantities) with ordinality as bought (type, quantity, n)
       cross join generate_series(1, bought.quantity) order by bought.n);
  end loop;
  update encore.seat set free = false where id = any (v_seats);
  insert into encore.seat_hold (reservation_id, seat_id, event_id, ticket_type_id, number)
    select p_reservation, s.id, p_event, bought.type,
           row_number() over (partition by bought.type order by s.line, s.position)
      from unnest(v_seats, v_types) as bought (seat, type) join encore.seat s on s.id = bought.seat;
  update encore.ticket_reservation set seated = true where id = p_reservation;
  return null;
end
$$;
alter function encore.hold_fares(bigint, bigint, bigint[], integer[], bigint[], bigint[]) set enable_seqscan = off;

drop function encore.enter_hold(boolean, bigint, bigint, bigint, text, bigint[], integer[], bigint[], text, timestamptz,
  timestamptz);

-- Seats and admission of a hold, or why not: SEAT with the seat that is taken, NOT_ADMITTED. Either all of it or nothing
-- has happened. Both together need a savepoint, because the one may refuse after the other agreed.
create function encore.enter_hold(
  p_room boolean, p_event bigint, p_account bigint, p_id bigint, p_code text, p_types bigint[], p_quantities integer[],
  p_seats bigint[], p_admission text, p_now timestamptz, p_expires timestamptz, p_seat_types bigint[],
  out o_outcome text, out o_seat bigint)
language plpgsql as $$
begin
  if p_room and p_seats is null then
    if not encore.use_admission(p_event, p_account, p_admission, p_code, p_now) then
      o_outcome := 'NOT_ADMITTED';
    end if;
    return;
  end if;
  if not p_room then
    if p_seat_types is null then
      o_seat := encore.hold_seats(p_event, p_id, p_types, p_quantities, p_seats, p_now, p_expires);
    else
      o_seat := encore.hold_fares(p_event, p_id, p_types, p_quantities, p_seats, p_seat_types);
    end if;
    o_outcome := case when o_seat is not null then 'SEAT' end;
    return;
  end if;
  begin
    if p_seat_types is null then
      o_seat := encore.hold_seats(p_event, p_id, p_types, p_quantities, p_seats, p_now, p_expires);
    else
      o_seat := encore.hold_fares(p_event, p_id, p_types, p_quantities, p_seats, p_seat_types);
    end if;
    if o_seat is not null then
      o_outcome := 'SEAT';
    elsif not encore.use_admission(p_event, p_account, p_admission, p_code, p_now) then
      raise exception 'Not admitted' using errcode = 'EN240';
    end if;
  exception when sqlstate 'EN240' then
    o_outcome := 'NOT_ADMITTED';
  end;
end
$$;

drop function encore.hold_tickets(text, bigint, bigint, text, text, text, timestamptz, timestamptz, bigint[], integer[],
  bigint[], bigint[], bigint[], bigint, text, boolean, bigint[], bigint[]);

-- A hold in one round trip: the stock first, then the reservation and its lines. The key makes it safe to repeat: calls
-- for the same types queue at the stock's lock, so the second one finds what the first one wrote.
--
-- p_seats: ids of the seats wanted, null without; p_seat_types: as which type each of them is bought, null when no type of
-- the hold is a fare; p_promo: id of a promo code, null without; p_admission: the waiting
-- room's token; p_limited: some type limits what one person may have; p_cuts: what the code takes off each ticket of a
-- line, already taken off p_prices; p_parts: for lines that belong to a bundle the bundle's type, else 0.
--
-- Outcomes: HELD is new; AGAIN is an earlier call with this key (o_hash tells whether it asked the same); SHORT has not
-- enough of the type o_short; PERSON would be more of the type o_short than one person may have; PROMO_GONE and
-- PROMO_PERSON concern the code; SEAT tells in o_short which seat is taken; NOT_ADMITTED. Only HELD changes anything.
-- It raises nothing for a refusal and may be called often in one transaction.
create function encore.hold_tickets(
  p_code text, p_account bigint, p_event bigint, p_currency text, p_key text, p_hash text,
  p_now timestamptz, p_expires timestamptz,
  p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[],
  p_seats bigint[] default null, p_promo bigint default null, p_admission text default null,
  p_limited boolean default false, p_cuts bigint[] default null, p_parts bigint[] default null,
  p_seat_types bigint[] default null,
  out o_outcome text, out o_code text, out o_hash text, out o_short bigint)
language plpgsql as $$
declare
  v_id    bigint;
  v_room  boolean;
  v_spent bigint;
begin
  select waiting_room into v_room from encore.live_event where id = p_event;
  perform encore.lock_tickets(p_types);
  select code, request_hash into o_code, o_hash
    from encore.ticket_reservation where account_id = p_account and call_key = p_key;
  if found then
    o_outcome := 'AGAIN';
    return;
  end if;
  if v_room and p_admission is null then
    o_outcome := 'NOT_ADMITTED';
    return;
  end if;
  if p_limited then
    o_short := encore.over_limit(p_account, p_types, p_quantities);
    if o_short is not null then
      o_outcome := 'PERSON';
      return;
    end if;
  end if;
  o_short := encore.move_tickets(p_types, p_quantities, -1, 1, 0);
  if o_short is not null then
    o_outcome := 'SHORT';
    return;
  end if;
  if p_promo is not null then
    select sum(line.cut * line.quantity) into v_spent from unnest(p_cuts, p_quantities) as line (cut, quantity);
    o_outcome := encore.take_promo(p_promo, p_account, v_spent, p_now);
    if o_outcome is not null then
      perform encore.move_tickets(p_types, p_quantities, 1, -1, 0);
      return;
    end if;
  end if;
  insert into encore.ticket_reservation
      (code, account_id, event_id, currency, status, call_key, request_hash, created_at, expires_at, promo_code_id, limited)
    values (p_code, p_account, p_event, p_currency, 'HELD', p_key, p_hash, p_now, p_expires, p_promo, p_limited)
    on conflict (account_id, call_key) do nothing
    returning id into v_id;
  if v_id is null then
    -- only a call for other types can have passed the lock with this key: another request
    select 'AGAIN', code, request_hash into o_outcome, o_code, o_hash
      from encore.ticket_reservation where account_id = p_account and call_key = p_key;
  elsif v_room or p_seats is not null then
    select entered.o_outcome, entered.o_seat into o_outcome, o_short
      from encore.enter_hold(v_room, p_event, p_account, v_id, p_code, p_types, p_quantities, p_seats, p_admission,
                             p_now, p_expires, p_seat_types) as entered;
  end if;
  if o_outcome is not null then
    delete from encore.ticket_reservation where id = v_id;
    if p_promo is not null then
      update encore.promo_code set uses = uses - 1, spent_minor = spent_minor - v_spent where id = p_promo;
    end if;
    perform encore.move_tickets(p_types, p_quantities, 1, -1, 0);
    return;
  end if;
  insert into encore.reservation_line (reservation_id, ticket_type_id, quantity, price_minor, fee_minor, promo_minor, part_of)
    select v_id, line.ticket_type, line.quantity, line.price, line.fee, coalesce(line.cut, 0), coalesce(line.part_of, 0)
      from unnest(p_types, p_quantities, p_prices, p_fees, p_cuts, p_parts)
        as line (ticket_type, quantity, price, fee, cut, part_of);
  if p_limited or p_promo is not null then
    perform encore.note_terms(v_id, p_account, p_types, p_quantities, p_limited, p_promo, v_spent);
  end if;
  o_outcome := 'HELD';
  o_code := p_code;
  o_hash := p_hash;
end
$$;

-- Locks the free seats of these names, in the order of their ids, and answers their ids in the order of the names; a fare's
-- are its leading type's. Null when one of them is not to be had, or is wanted twice.
create or replace function encore.lock_seats(p_events bigint[], p_of integer[], p_types bigint[], p_labels text[])
returns bigint[] language plpgsql as $$
declare
  v_seats bigint[];
begin
  -- what another one has taken meanwhile is not among them: the conditions are looked at again after the wait
  with had as materialized (
    select s.id, w.n
      from unnest(p_of, p_types, p_labels) with ordinality as w (of, type, label, n)
      join encore.seat s on s.event_id = p_events[w.of] and s.label = w.label
     where (s.ticket_type_id = w.type
            or s.ticket_type_id = (select t.fare_of from encore.ticket_type t where t.id = w.type))
       and s.free and not s.blocked
     order by s.id for update of s)
  select array_agg(id order by n) into v_seats from had having count(distinct id) = cardinality(p_of);
  return v_seats;
end
$$;

-- One of them: as hold_tickets, if the offer is still what it was priced by.
create or replace function encore.hold_alone(
  p_code text, p_account bigint, p_event bigint, p_edition bigint, p_currency text, p_key text, p_hash text,
  p_now timestamptz, p_expires timestamptz, p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[],
  p_seat_types bigint[], p_labels text[], out o_outcome text, out o_code text, out o_hash text, out o_short bigint)
language plpgsql as $$
declare
  v_seats bigint[];
  v_types bigint[];
  v_fares boolean := false;
begin
  o_outcome := 'STALE';
  if not exists (select from encore.live_event where id = p_event and edition = p_edition) then
    return;
  end if;
  if cardinality(p_labels) > 0 then
    select array_agg(s.id), array_agg(w.type), bool_or(s.ticket_type_id <> w.type) into v_seats, v_types, v_fares
      from unnest(p_seat_types, p_labels) as w (type, label)
      join encore.seat s on s.event_id = p_event and s.label = w.label
       and (s.ticket_type_id = w.type
            or s.ticket_type_id = (select t.fare_of from encore.ticket_type t where t.id = w.type));
    if cardinality(v_seats) is distinct from cardinality(p_labels) then
      return;
    end if;
  end if;
  select held.* into o_outcome, o_code, o_hash, o_short
    from encore.hold_tickets(p_code, p_account, p_event, p_currency, p_key, p_hash, p_now, p_expires,
                             p_types, p_quantities, p_prices, p_fees, v_seats,
                             p_seat_types => case when v_fares then v_types end) as held;
end
$$;

-- to replace a function ends its settings
alter function encore.lock_seats(bigint[], integer[], bigint[], text[]) set enable_seqscan = off;
alter function encore.lock_seats(bigint[], integer[], bigint[], text[]) set enable_hashjoin = off;
alter function encore.lock_seats(bigint[], integer[], bigint[], text[]) set enable_mergejoin = off;

-- The seats of a leading type as a quota that it shares with its fares, counted anew; without fares there is none. Its
-- lock is the caller's.
create function encore.share_seats(p_leading bigint) returns void language plpgsql as $$
declare
  v_types bigint[];
  v_quota bigint;
begin
  select array_agg(id) into v_types from encore.ticket_type where id = p_leading or fare_of = p_leading;
  if cardinality(v_types) > 1 then
    insert into encore.quota as q (event_id, code, name, capacity, free, held, sold, leading_type_id)
      select t.event_id, 'seats:' || t.code, left(t.name, 80), s.capacity, s.capacity - given.held - given.sold, given.held,
             given.sold, t.id
        from encore.ticket_type t join encore.ticket_stock s on s.ticket_type_id = t.id
        cross join (select sum(held) as held, sum(sold) as sold from encore.ticket_stock
                     where ticket_type_id = any (v_types)) as given
       where t.id = p_leading
      on conflict (leading_type_id) do update
         set capacity = excluded.capacity, free = excluded.free, held = excluded.held, sold = excluded.sold
      returning id into v_quota;
    delete from encore.quota_type where quota_id = v_quota and ticket_type_id <> all (v_types);
    insert into encore.quota_type (quota_id, ticket_type_id)
      select v_quota, type from unnest(v_types) as type on conflict do nothing;
  else
    delete from encore.quota where leading_type_id = p_leading;
  end if;
  update encore.ticket_stock s
     set quotas = (select array_agg(m.quota_id order by m.quota_id)
                     from encore.quota_type m where m.ticket_type_id = s.ticket_type_id)
   where s.ticket_type_id = any (v_types) or v_quota = any (s.quotas);
end
$$;

-- Makes exactly these types the fares of a leading type. Null, or the id of a type that cannot be one, or cannot stop to be
-- one because tickets of it are held or sold: then nothing has changed. A type that is no fare any more has no places until
-- the organizer gives it some.
create function encore.define_fares(p_event bigint, p_leading bigint, p_fares bigint[]) returns bigint language plpgsql as $$
declare
  v_before bigint[];
  v_wrong  bigint;
begin
  perform from encore.live_event where id = p_event for no key update;
  select coalesce(array_agg(id), '{}') into v_before from encore.ticket_type where fare_of = p_leading;
  perform encore.lock_tickets(p_leading || p_fares || v_before);
  if not exists (select from encore.ticket_type t where t.id = p_leading and t.event_id = p_event and t.fare_of is null
                    and exists (select from encore.seat where ticket_type_id = t.id)) then
    return p_leading;
  end if;
  select min(changed.id) into v_wrong
    from (select unnest(p_fares || v_before) as id) as changed
    left join encore.ticket_type t on t.id = changed.id and t.event_id = p_event
    left join encore.ticket_stock s on s.ticket_type_id = t.id
   where (changed.id = any (v_before)) <> (changed.id = any (p_fares))
     and (s.held + s.sold > 0 or t.id is null or t.bundle
          or changed.id <> all (v_before)
             and (t.id = p_leading or t.fare_of is not null
                  or exists (select from encore.event_seat_category c where c.ticket_type_id = t.id)));
  if v_wrong is not null then
    return v_wrong;
  end if;
  update encore.ticket_type set seated = false, fare_of = null where fare_of = p_leading and id <> all (p_fares);
  update encore.ticket_stock
     set capacity = 0, free = 0,
         quotas = nullif(array_remove(quotas, (select id from encore.quota where leading_type_id = p_leading)), '{}')
   where ticket_type_id = any (v_before) and ticket_type_id <> all (p_fares);
  update encore.ticket_type set seated = true, fare_of = p_leading where id = any (p_fares) and fare_of is null;
  update encore.ticket_stock s set capacity = l.capacity, free = l.capacity - s.held - s.sold
    from encore.ticket_stock l
   where l.ticket_type_id = p_leading and s.ticket_type_id = any (p_fares) and s.capacity <> l.capacity;
  perform encore.share_seats(p_leading);
  return null;
end
$$;
