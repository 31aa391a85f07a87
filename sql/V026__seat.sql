-- Seat maps of venues, the copy that an event uses, its seats, and who holds them.

create table encore.seat_map (
  id                   bigint      generated always as identity,
  code                 text        not null,
  venue_id             bigint      not null,
  organizer_account_id bigint      not null,
  name                 text        not null,
  document             jsonb       not null,
  seats                integer     not null,
  standing             integer     not null,
  version              integer     not null default 1,
  edited_at            timestamptz not null,
  constraint pk_seat_map primary key (id),
  constraint uq_seat_map_code unique (code),
  constraint fk_seat_map_venue_id foreign key (venue_id) references encore.venue (id),
  constraint ck_seat_map_name check (length(name) between 1 and 80),
  constraint ck_seat_map_not_negative check (seats >= 0 and standing >= 0)
);
create index ix_seat_map_venue_id on encore.seat_map (venue_id, name);

-- The map as it was when the event took it: later edits of the venue's map change nothing here.
create table encore.event_seating (
  event_id    bigint      not null,
  seat_map_id bigint      not null,
  map_version integer     not null,
  document    jsonb       not null,
  seats       integer     not null,
  chosen_at   timestamptz not null,
  constraint pk_event_seating primary key (event_id),
  constraint fk_event_seating_event_id foreign key (event_id) references encore.live_event (id),
  constraint fk_event_seating_seat_map_id foreign key (seat_map_id) references encore.seat_map (id)
);
create index ix_event_seating_seat_map_id on encore.event_seating (seat_map_id);

create table encore.event_seat_category (
  event_id       bigint not null,
  category       text   not null,
  ticket_type_id bigint not null,
  constraint pk_event_seat_category primary key (event_id, category),
  constraint fk_event_seat_category_event_id foreign key (event_id) references encore.event_seating (event_id) on delete cascade,
  constraint fk_event_seat_category_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id)
);
create index ix_event_seat_category_ticket_type_id on encore.event_seat_category (ticket_type_id);

alter table encore.ticket_type add column seated boolean not null default false;
comment on column encore.ticket_type.seated is 'True: each ticket is a seat of the event''s map, and the capacity is the number of its seats that are not blocked.';

alter table encore.ticket_reservation add column seated boolean not null default false;
comment on column encore.ticket_reservation.seated is 'True: it has rows in seat_hold, so that all others pay nothing for seats.';

create table encore.seat (
  id             bigint  generated always as identity,
  event_id       bigint  not null,
  ticket_type_id bigint  not null,
  place          integer not null,
  label          text    not null,
  block_name     text    not null,
  row_name       text    not null,
  number         text    not null,
  line           integer not null,
  position       integer not null,
  lean           integer not null,
  ordinary       boolean not null,
  free           boolean not null default true,
  blocked        boolean not null default false,
  constraint pk_seat primary key (id),
  constraint uq_seat_event_id_label unique (event_id, label),
  constraint uq_seat_event_id_place unique (event_id, place),
  constraint fk_seat_event_id foreign key (event_id) references encore.event_seating (event_id),
  constraint fk_seat_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint ck_seat_blocked check (free or not blocked)
) with (fillfactor = 60);
create index ix_seat_free on encore.seat (ticket_type_id, line, position) where free and not blocked;
comment on column encore.seat.place is 'From 0 in the order of the map: the bit of the seat in what fans poll.';
comment on column encore.seat.line is 'The row among all rows of the event, the best one first.';
comment on column encore.seat.position is 'Along the row; neighbours differ by 1, an aisle leaves a number out.';
comment on column encore.seat.lean is 'How far to the side of the middle of its row as the stage sees it, in half seats.';
comment on column encore.seat.ordinary is 'False for accessible, companion and obstructed seats: they are given only to those who choose them, or at the very last.';
comment on column encore.seat.free is 'True when no live row of seat_hold has it.';

create table encore.seat_hold (
  reservation_id bigint  not null,
  seat_id        bigint  not null,
  event_id       bigint  not null,
  ticket_type_id bigint  not null,
  number         integer not null,
  state          text    not null default 'HELD',
  constraint pk_seat_hold primary key (reservation_id, seat_id),
  constraint uq_seat_hold_reservation_id_ticket_type_id_number unique (reservation_id, ticket_type_id, number),
  constraint fk_seat_hold_seat_id foreign key (seat_id) references encore.seat (id),
  constraint ck_seat_hold_state check (state in ('HELD', 'SOLD', 'FREED')),
  constraint ck_seat_hold_number check (number > 0)
) with (fillfactor = 80);
-- The referee: nobody holds or owns a seat that somebody else holds or owns, whatever the code does.
create unique index uq_seat_hold_event_id_seat_id on encore.seat_hold (event_id, seat_id) where state <> 'FREED';
create index ix_seat_hold_seat_id on encore.seat_hold (seat_id);
comment on column encore.seat_hold.number is 'From 1 within reservation and type: the number of the ticket that is this seat.';
comment on column encore.seat_hold.state is 'FREED is the past: it tells a late payment which seats to take again.';

-- The best seats of a type that are next to each other: in the first row that has them, as near to its middle as can be.
-- A choice that leaves a single seat alone beside it is taken only where there is no other. o_longest is the longest row
-- of neighbours seen on the way.
create function encore.adjacent_seats(
  p_type bigint, p_quantity integer, p_all boolean, p_without bigint[],
  out o_seats bigint[], out o_longest integer)
language plpgsql as $$
declare
  v_seat   record;
  v_line   integer := -1;
  v_last   integer := -1;
  v_ids    bigint[] := '{}';
  v_leans  integer[] := '{}';
  v_best   record;
  v_least  integer;
  v_orphan bigint[];
  v_alone  bigint;
begin
  o_longest := 0;
  for v_seat in
    (select id, line, position, lean from encore.seat
      where ticket_type_id = p_type and free and not blocked and (p_all or ordinary)
        and (p_without is null or id <> all (p_without))
      order by line, position)
    union all
    select null, -2, 0, 0
  loop
    if v_seat.line <> v_line or v_seat.position <> v_last + 1 then
      o_longest := greatest(o_longest, cardinality(v_ids));
      if cardinality(v_ids) >= p_quantity then
        v_best := encore.best_start(v_leans, p_quantity);
        if not v_best.o_alone and (v_least is null or v_best.o_off < v_least) then
          o_seats := v_ids[v_best.o_start : v_best.o_start + p_quantity - 1];
          v_least := v_best.o_off;
        elsif v_best.o_alone and (v_alone is null or v_line * 100000::bigint + v_best.o_off < v_alone) then
          v_orphan := v_ids[v_best.o_start : v_best.o_start + p_quantity - 1];
          v_alone := v_line * 100000::bigint + v_best.o_off;
        end if;
      end if;
      if v_seat.line <> v_line and o_seats is not null then
        return;
      end if;
      v_ids := '{}';
      v_leans := '{}';
    end if;
    v_ids := v_ids || v_seat.id;
    v_leans := v_leans || v_seat.lean;
    v_line := v_seat.line;
    v_last := v_seat.position;
  end loop;
  o_seats := v_orphan;
end
$$;

-- Where to begin in a row of free neighbours that is long enough, and how far off the middle that is. o_alone: it leaves
-- a single seat alone whatever one does.
create function encore.best_start(p_leans integer[], p_quantity integer, out o_start integer, out o_off integer, out o_alone boolean)
language plpgsql immutable as $$
declare
  v_spare integer := cardinality(p_leans) - p_quantity;
  v_off   integer;
begin
  o_alone := v_spare = 1;
  for s in 1 .. v_spare + 1 loop
    continue when v_spare > 1 and (s = 2 or s = v_spare);
    v_off := abs(p_leans[s] + p_leans[s + p_quantity - 1]);
    if o_off is null or v_off < o_off then
      o_off := v_off;
      o_start := s;
    end if;
  end loop;
end
$$;

-- The best free seats of a type: together if that many are, else in as few parts as can be, none of them a single seat
-- where that is possible. Null when fewer are free.
create function encore.best_seats(
  p_type bigint, p_quantity integer, p_without bigint[] default null, p_longest integer default 2147483647)
returns bigint[] language plpgsql as $$
declare
  v_found   record;
  v_longest integer := p_longest;
  v_rest    bigint[];
  v_part    integer;
begin
  if p_quantity <= v_longest then
    select * into v_found from encore.adjacent_seats(p_type, p_quantity, false, p_without);
    if v_found.o_seats is null then
      select * into v_found from encore.adjacent_seats(p_type, p_quantity, true, p_without);
      v_longest := least(v_longest, v_found.o_longest);
    end if;
    if v_found.o_seats is not null then
      return v_found.o_seats;
    end if;
  end if;
  if v_longest = 0 or p_quantity = 1 then
    return null;
  end if;
  foreach v_part in array array(select generate_series(p_quantity - 2, 2, -1)) || array[p_quantity - 1, 1] loop
    continue when v_part > v_longest;
    select * into v_found from encore.adjacent_seats(p_type, v_part, false, p_without);
    if v_found.o_seats is null then
      select * into v_found from encore.adjacent_seats(p_type, v_part, true, p_without);
    end if;
    if v_found.o_seats is not null then
      v_rest := encore.best_seats(p_type, p_quantity - v_part, p_without || v_found.o_seats, v_longest);
      if v_rest is not null then
        return v_found.o_seats || v_rest;
      end if;
    end if;
  end loop;
  return null;
end
$$;

-- Holds the seats of a new reservation: those in p_seats, and the best for each seated type of which none is named.
-- Null when all are taken; else the id of a seat that is not to be had, and nothing has changed. Seats are locked in the
-- order of their ids. May be called often in one transaction.
create function encore.hold_seats(
  p_event bigint, p_reservation bigint, p_types bigint[], p_quantities integer[], p_seats bigint[],
  p_now timestamptz, p_expires timestamptz)
returns bigint language plpgsql as $$
declare
  v_seats  bigint[] := coalesce(p_seats, '{}');
  v_had    bigint[];
  v_wanted record;
  v_gone   bigint;
begin
  if cardinality(v_seats) > 0 then
    -- what another one has taken meanwhile is not among them: the conditions are looked at again after the wait
    select array_agg(had.id) into v_had
      from (select id from encore.seat
             where id = any (v_seats) and event_id = p_event and free and not blocked and ticket_type_id = any (p_types)
             order by id for update) as had;
    if cardinality(v_had) is distinct from cardinality(v_seats) then
      select min(wanted.id) into v_gone from unnest(v_seats) as wanted (id) where wanted.id <> all (coalesce(v_had, '{}'));
      return coalesce(v_gone, v_seats[1]);
    end if;
  end if;
  for v_wanted in
    select line.ticket_type, line.quantity, t.seated,
           (select count(*) from encore.seat s where s.id = any (v_seats) and s.ticket_type_id = line.ticket_type) as named
      from (select wish.ticket_type, sum(wish.quantity)::integer as quantity
              from unnest(p_types, p_quantities) as wish (ticket_type, quantity) group by wish.ticket_type) as line
      join encore.ticket_type t on t.id = line.ticket_type
     order by line.ticket_type
  loop
    if v_wanted.named = 0 and v_wanted.seated then
      v_seats := v_seats || encore.take_best_seats(v_wanted.ticket_type, v_wanted.quantity);
    elsif v_wanted.named <> v_wanted.quantity and v_wanted.seated then
      raise exception 'Not as many seats as tickets' using errcode = 'check_violation', constraint = 'ck_seat_hold_quantity';
    end if;
  end loop;
  update encore.seat set free = false where id = any (v_seats);
  insert into encore.seat_hold (reservation_id, seat_id, event_id, ticket_type_id, number)
    select p_reservation, s.id, p_event, s.ticket_type_id,
           row_number() over (partition by s.ticket_type_id order by s.line, s.position)
      from encore.seat s where s.id = any (v_seats);
  update encore.ticket_reservation set seated = true where id = p_reservation;
  return null;
end
$$;

-- Chooses under the lock of the type, where nobody else chooses, and locks what it has chosen.
create function encore.take_best_seats(p_type bigint, p_quantity integer) returns bigint[] language plpgsql as $$
declare
  v_seats bigint[];
begin
  perform encore.lock_tickets(array[p_type]);
  v_seats := encore.best_seats(p_type, p_quantity);
  if v_seats is null then
    raise exception 'Seats and stock of ticket type % differ', p_type using errcode = 'data_corrupted';
  end if;
  perform from encore.seat where id = any (v_seats) order by id for update;
  return v_seats;
end
$$;

-- The seats of a reservation are free again; to repeat it changes nothing.
create function encore.free_seats(p_reservation bigint) returns void language plpgsql as $$
declare
  v_seats bigint[];
begin
  with freed as (
    update encore.seat_hold set state = 'FREED'
     where reservation_id = p_reservation and state <> 'FREED' returning seat_id)
  select array_agg(seat_id) into v_seats from freed;
  perform from encore.seat where id = any (v_seats) order by id for update;
  update encore.seat set free = true where id = any (v_seats);
end
$$;

-- Takes the seats that an ended reservation had, if all of them are still free. Otherwise nothing changes.
create function encore.retake_seats(p_reservation bigint) returns boolean language plpgsql as $$
declare
  v_seats bigint[];
begin
  select array_agg(seat_id) into v_seats from encore.seat_hold where reservation_id = p_reservation;
  perform from encore.seat where id = any (v_seats) order by id for update;
  if exists (select from encore.seat where id = any (v_seats) and (not free or blocked)) then
    return false;
  end if;
  update encore.seat set free = false where id = any (v_seats);
  update encore.seat_hold set state = 'HELD' where reservation_id = p_reservation;
  return true;
end
$$;

-- Seats follow their reservation, whoever ends or sells it.
create function encore.seats_follow() returns trigger language plpgsql as $$
begin
  if new.status = 'SOLD' then
    update encore.seat_hold set state = 'SOLD' where reservation_id = new.id and state = 'HELD';
  else
    perform encore.free_seats(new.id);
  end if;
  return null;
end
$$;
create trigger seats_follow after update of status on encore.ticket_reservation
  for each row when (new.seated and new.status <> old.status and new.status <> 'HELD')
  execute function encore.seats_follow();

-- A ticket that is not valid any more gives its seat back.
create function encore.seat_follows_ticket() returns trigger language plpgsql as $$
begin
  with freed as (
    update encore.seat_hold h set state = 'FREED'
      from encore.ticket_order o
     where o.id = new.order_id and h.reservation_id = o.reservation_id and h.ticket_type_id = new.ticket_type_id
       and h.number = new.number and h.state <> 'FREED'
    returning h.seat_id)
  update encore.seat s set free = true from freed where s.id = freed.seat_id;
  return null;
end
$$;
create trigger seat_follows_ticket after update of status on encore.ticket
  for each row when (new.status = 'CANCELLED' and old.status <> 'CANCELLED')
  execute function encore.seat_follows_ticket();

-- The capacity of a seated type is its seats, and nobody types another one.
create function encore.capacity_is_seats() returns trigger language plpgsql as $$
begin
  if new.capacity <> old.capacity
     and exists (select from encore.ticket_type where id = new.ticket_type_id and seated)
     and new.capacity <> (select count(*) from encore.seat where ticket_type_id = new.ticket_type_id and not blocked) then
    raise exception 'The capacity is the number of seats'
      using errcode = 'check_violation', constraint = 'ck_ticket_stock_capacity_is_seats';
  end if;
  return new;
end
$$;
create trigger capacity_is_seats before update of capacity on encore.ticket_stock
  for each row execute function encore.capacity_is_seats();

-- Takes seats out of the sale or puts them back. Null, or the id of a seat that is held or sold; then nothing has changed.
create function encore.block_seats(p_event bigint, p_seats bigint[], p_blocked boolean) returns bigint
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
   where s.ticket_type_id = now.type;
  return null;
end
$$;

-- Every seat is free, held, sold or blocked exactly as the stock of its type says; a row for each type where it is not.
create view encore.seat_difference as
select t.event_id, t.id as ticket_type_id, s.capacity, counted.seats, s.held, counted.held as seats_held, s.sold,
       counted.sold as seats_sold
  from encore.ticket_type t
  join encore.ticket_stock s on s.ticket_type_id = t.id
  cross join lateral (
    select count(*) filter (where not x.blocked) as seats,
           count(*) filter (where h.state = 'HELD') as held,
           count(*) filter (where h.state = 'SOLD') as sold,
           count(*) filter (where x.free = (h.seat_id is not null)) as contradictions
      from encore.seat x left join encore.seat_hold h on h.seat_id = x.id and h.state <> 'FREED'
     where x.ticket_type_id = t.id) as counted
 where t.seated
   and (s.capacity <> counted.seats or s.held <> counted.held or s.sold <> counted.sold or counted.contradictions > 0);

-- Plans made while the tables are small must not read them whole later.
do $$
declare
  hot regprocedure;
begin
  for hot in
    select p.oid from pg_proc p
     where p.pronamespace = 'encore'::regnamespace
       and p.proname in ('hold_seats', 'adjacent_seats', 'free_seats', 'retake_seats', 'seats_follow')
  loop
    execute format('alter function %s set enable_seqscan = off', hot);
    execute format('alter function %s set jit = off', hot);
  end loop;
end
$$;
