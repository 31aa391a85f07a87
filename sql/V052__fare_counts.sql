-- What counts seats and tickets, where several types are sold on the same seats.

-- The capacity of a seated type is the seats that it is sold on, and nobody types another one.
create or replace function encore.capacity_is_seats() returns trigger language plpgsql as $$
begin
  if new.capacity <> old.capacity
     and exists (select from encore.ticket_type t
                  where t.id = new.ticket_type_id and t.seated
                    and new.capacity <> (select count(*) from encore.seat
                                          where ticket_type_id = coalesce(t.fare_of, t.id) and not blocked)) then
    raise exception 'The capacity is the number of seats'
      using errcode = 'check_violation', constraint = 'ck_ticket_stock_capacity_is_seats';
  end if;
  return new;
end
$$;

-- Quotas of seats are the seats'; organizers change them by their fares.
create function encore.quota_is_seats() returns trigger language plpgsql as $$
begin
  if new.capacity <> (select capacity from encore.ticket_stock where ticket_type_id = new.leading_type_id) then
    raise exception 'The capacity is the number of seats'
      using errcode = 'check_violation', constraint = 'ck_quota_capacity_is_seats';
  end if;
  return new;
end
$$;
create trigger quota_is_seats before update of capacity on encore.quota
  for each row when (new.leading_type_id is not null) execute function encore.quota_is_seats();

-- Takes seats out of the sale or puts them back. Null, or the id of a seat that is held or sold; then nothing has changed.
create or replace function encore.block_seats(p_event bigint, p_seats bigint[], p_blocked boolean) returns bigint
language plpgsql as $$
declare
  v_types bigint[];
  v_taken bigint;
begin
  select array_agg(distinct ticket_type_id) into v_types from encore.seat where event_id = p_event and id = any (p_seats);
  perform encore.lock_tickets(coalesce(v_types, '{}'));
  perform from encore.seat where id = any (p_seats) order by id for update;
  select min(id) into v_taken from encore.seat where event_id = p_event and id = any (p_seats) and not free;
  if v_taken is not null and p_blocked then
    return v_taken;
  end if;
  update encore.seat set blocked = p_blocked
   where event_id = p_event and id = any (p_seats) and free and blocked <> p_blocked;
  update encore.ticket_stock s
     set capacity = now.seats, free = now.seats - s.held - s.sold
    from (select changed.type, (select count(*)::integer from encore.seat
                                 where ticket_type_id = changed.type and not blocked) as seats
            from unnest(v_types) as changed (type)) as now
   where s.ticket_type_id in (select id from encore.ticket_type where id = now.type or fare_of = now.type);
  update encore.quota q
     set capacity = s.capacity, free = s.capacity - q.held - q.sold
    from encore.ticket_stock s
   where s.ticket_type_id = q.leading_type_id and q.leading_type_id = any (v_types);
  return null;
end
$$;

-- Every seat is free, held, sold or blocked exactly as the stock of each type that is sold on it says; a row for each type
-- where it is not.
create or replace view encore.seat_difference as
select t.event_id, t.id as ticket_type_id, s.capacity, counted.seats, s.held, had.held as seats_held, s.sold,
       had.sold as seats_sold
  from encore.ticket_type t
  join encore.ticket_stock s on s.ticket_type_id = t.id
  cross join lateral (
    select count(*) filter (where not x.blocked) as seats,
           count(*) filter (where x.free = (h.seat_id is not null)) as contradictions
      from encore.seat x left join encore.seat_hold h on h.seat_id = x.id and h.state <> 'FREED'
     where x.ticket_type_id = coalesce(t.fare_of, t.id)) as counted
  cross join lateral (
    select count(*) filter (where h.state = 'HELD') as held,
           count(*) filter (where h.state = 'SOLD') as sold,
           count(*) filter (where x.ticket_type_id <> coalesce(t.fare_of, t.id)) as strangers
      from encore.seat_hold h join encore.seat x on x.id = h.seat_id
     where h.event_id = t.event_id and h.ticket_type_id = t.id and h.state <> 'FREED') as had
 where t.seated
   and (s.capacity <> counted.seats or s.held <> had.held or s.sold <> had.sold or counted.contradictions > 0
        or had.strangers > 0
        or exists (select from encore.quota q where q.leading_type_id = t.id and q.capacity <> counted.seats));

-- Whether tickets add up now, counted anew from everything that holds or owns one: rows are what is wrong. One statement,
-- one moment: no sale need stand still for it.
create or replace function encore.inventory_faults() returns table (subject text, detail text) language plpgsql stable as $$
begin
  return query
  select 'type:' || s.ticket_type_id,
         format('capacity %s, free %s, held %s (reservations %s), sold %s (orders %s)', s.capacity, s.free, s.held,
                coalesce(h.tickets, 0), s.sold, coalesce(x.tickets, 0))
    from encore.ticket_stock s
    left join (select l.ticket_type_id, sum(l.quantity) as tickets
                 from encore.ticket_reservation r join encore.reservation_line l on l.reservation_id = r.id
                where r.status = 'HELD' group by l.ticket_type_id) h on h.ticket_type_id = s.ticket_type_id
    left join (select l.ticket_type_id, sum(l.quantity - l.refunded) as tickets
                 from encore.ticket_reservation r join encore.ticket_order o on o.reservation_id = r.id
                 join encore.order_line l on l.order_id = o.id
                where r.status = 'SOLD' and o.status <> 'REFUNDED'
                group by l.ticket_type_id) x on x.ticket_type_id = s.ticket_type_id
   where s.free + s.held + s.sold <> s.capacity or s.free < 0
      or s.held <> coalesce(h.tickets, 0) or s.sold <> coalesce(x.tickets, 0)
  union all
  select 'quota:' || q.id,
         format('capacity %s, free %s, held %s (types %s), sold %s (types %s)', q.capacity, q.free, q.held,
                t.held, q.sold, t.sold)
    from encore.quota q
    cross join lateral (select coalesce(sum(s.held), 0) as held, coalesce(sum(s.sold), 0) as sold
                          from encore.quota_type m join encore.ticket_stock s on s.ticket_type_id = m.ticket_type_id
                         where m.quota_id = q.id) t
   where q.free + q.held + q.sold <> q.capacity
      or exists (select from encore.quota_type m where m.quota_id = q.id) and (q.held <> t.held or q.sold <> t.sold);
  if to_regclass('encore.seat_hold') is not null then
    return query execute $seats$
      select 'seats:' || y.id,
             format('seats %s of %s, held %s of %s, sold %s of %s', c.seats, s.capacity, c.held, s.held, c.sold, s.sold)
        from encore.ticket_type y join encore.ticket_stock s on s.ticket_type_id = y.id
        cross join lateral (
          select (select count(*) from encore.seat e where e.ticket_type_id = coalesce(y.fare_of, y.id) and not e.blocked) as seats,
                 count(*) filter (where d.state = 'HELD') as held, count(*) filter (where d.state = 'SOLD') as sold
            from encore.seat_hold d where d.ticket_type_id = y.id and d.state <> 'FREED') c
       where y.seated and (c.seats <> s.capacity or c.held <> s.held or c.sold <> s.sold) $seats$;
  end if;
end
$$;

-- The fares of a copy are fares of the copy's leading types.
create or replace function encore.copy_offer(p_from bigint, p_to bigint, p_shift interval, p_keep_opening boolean)
returns void language plpgsql as $$
declare
  v_type  encore.ticket_type;
  v_new   bigint;
  v_map   jsonb := '{}';
begin
  for v_type in select t.* from encore.ticket_type t where t.event_id = p_from
                 order by to_jsonb(t) ->> 'base_type_id' nulls first, t.place loop
    v_new := nextval(pg_get_serial_sequence('encore.ticket_type', 'id'));
    v_map := v_map || jsonb_build_object(v_type.id::text, v_new);
    insert into encore.ticket_type overriding system value
      select (jsonb_populate_record(v_type, jsonb_build_object(
        'id', v_new, 'event_id', p_to, 'version', 1, 'fare_of', null,
        'sale_from', case when p_keep_opening then v_type.sale_from else v_type.sale_from + p_shift end,
        'sale_until', greatest(v_type.sale_until + p_shift,
                               case when p_keep_opening then v_type.sale_from else v_type.sale_from + p_shift end + interval '1 hour'))
        || case when to_jsonb(v_type) ->> 'base_type_id' is null then '{}'
                else jsonb_build_object('base_type_id', v_map -> (to_jsonb(v_type) ->> 'base_type_id')) end)).*;
    insert into encore.ticket_stock (ticket_type_id, capacity, free)
      select v_new, capacity, capacity from encore.ticket_stock where ticket_type_id = v_type.id;
  end loop;
  update encore.ticket_type n set fare_of = (v_map ->> o.fare_of::text)::bigint
    from encore.ticket_type o
   where o.event_id = p_from and o.fare_of is not null and n.id = (v_map ->> o.id::text)::bigint;
  perform encore.copy_rules(p_from, p_to, v_map, case when p_keep_opening then interval '0' else p_shift end);
end
$$;

-- What types have between them: quotas, bundles, early sales, questions.
create or replace function encore.copy_rules(p_from bigint, p_to bigint, p_map jsonb, p_shift interval) returns void language plpgsql as $$
begin
  if to_regclass('encore.quota') is not null then
    perform encore.define_quota(p_to, q.code, q.name, q.capacity,
              array(select (p_map ->> t.ticket_type_id::text)::bigint from encore.quota_type t where t.quota_id = q.id))
       from encore.quota q where q.event_id = p_from and q.leading_type_id is null;
    perform encore.share_seats((p_map ->> q.leading_type_id::text)::bigint)
       from encore.quota q where q.event_id = p_from and q.leading_type_id is not null;
  end if;
  if to_regclass('encore.bundle_part') is not null then
    insert into encore.bundle_part (bundle_type_id, ticket_type_id, quantity)
      select (p_map ->> b.bundle_type_id::text)::bigint, (p_map ->> b.ticket_type_id::text)::bigint, b.quantity
        from encore.bundle_part b where p_map ? b.bundle_type_id::text;
    insert into encore.presale (ticket_type_id, kind, subject, amount, opens_at)
      select (p_map ->> r.ticket_type_id::text)::bigint, r.kind, r.subject, r.amount, r.opens_at + p_shift
        from encore.presale r where p_map ? r.ticket_type_id::text;
    insert into encore.event_question (event_id, code, ticket_type_id, per_ticket, kind, label, choices, required, place)
      select p_to, q.code, (p_map ->> q.ticket_type_id::text)::bigint, q.per_ticket, q.kind, q.label, q.choices, q.required, q.place
        from encore.event_question q where q.event_id = p_from and not q.retired;
  end if;
end
$$;

-- Keeps what is free of a type for its list, if somebody waits; also called when a fan joins and when a list is switched
-- on, so that no free ticket is left beside a list that is not empty. The type's lock comes first: whoever gives tickets
-- back at this moment is either seen here or sees who waits.
create or replace function encore.keep_tickets(p_type bigint) returns integer language plpgsql as $$
declare
  v_free integer;
  v_code text := 'WL-' || replace(gen_random_uuid()::text, '-', '');
  v_id    bigint;
  v_event bigint;
  v_seated boolean;
  v_fare  boolean;
begin
  perform encore.lock_tickets(array[p_type]);
  if not encore.awaited(p_type) then
    return 0;
  end if;
  select least(s.free, (select min(q.free) from encore.quota q where q.id = any (s.quotas))) into v_free
    from encore.ticket_stock s where s.ticket_type_id = p_type;
  if coalesce(v_free, 0) = 0 or encore.move_tickets(array[p_type], array[v_free], -1, 1, 0) is not null then
    return 0;
  end if;
  insert into encore.ticket_reservation (code, account_id, event_id, currency, status, call_key, request_hash, created_at, expires_at)
    select v_code, 0, e.id, e.currency, 'HELD', v_code, '', now(), now() + interval '10 years'
      from encore.ticket_type t join encore.live_event e on e.id = t.event_id where t.id = p_type
    returning id, event_id into v_id, v_event;
  insert into encore.reservation_line (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)
    values (v_id, p_type, v_free, 0, 0);
  insert into encore.waitlist_kept (reservation_id, ticket_type_id) values (v_id, p_type);
  select seated, fare_of is not null into v_seated, v_fare from encore.ticket_type where id = p_type;
  if v_fare then
    perform encore.hold_fares(v_event, v_id, array[p_type], array[v_free], null, null);
  elsif v_seated then
    perform encore.hold_seats(v_event, v_id, array[p_type], array[v_free], null, now(), now() + interval '10 years');
  end if;
  return v_free;
end
$$;

-- A seat that comes back is free for every type that is sold on it: the list whose first fan has waited longest has it.
create or replace function encore.keep_for_waiting() returns trigger language plpgsql as $$
declare
  v_type bigint;
begin
  if new.quotas is null then
    if encore.awaited(new.ticket_type_id) then
      perform encore.keep_tickets(new.ticket_type_id);
    end if;
    return null;
  end if;
  for v_type in
    select t.id
      from encore.ticket_type mine
      join encore.ticket_type t on coalesce(mine.fare_of, mine.id) in (t.id, t.fare_of)
      cross join lateral (select min(e.joined_at) as since from encore.waitlist_entry e
                           where e.ticket_type_id = t.id and e.status = 'WAITING') as wait
     where mine.id = new.ticket_type_id and wait.since is not null
     order by wait.since, t.id
  loop
    perform encore.keep_tickets(v_type);
  end loop;
  return null;
end
$$;
