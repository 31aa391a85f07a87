-- The inventory ledger: every movement of tickets of an event, in a chain of hashes that anybody can follow. Reservations
-- and orders are the movements already, so nothing is written when tickets are held or sold: a sequencer compares what it
-- knows with what is there, in one look, and writes down the difference.

create table encore.inventory_entry (
  event_id       bigint      not null,
  place          bigint      not null,
  ticket_type_id bigint      not null,
  type_code      text        not null,
  kind           text        not null,
  quantity       integer     not null,
  subject        text        not null,
  capacity       integer     not null,
  free           integer     not null,
  held           integer     not null,
  sold           integer     not null,
  recorded_at    timestamptz not null,
  hash           bytea       not null,
  constraint pk_inventory_entry primary key (event_id, place),
  constraint ck_inventory_entry_kind check (kind in ('CAPACITY', 'HELD', 'RELEASED', 'SOLD', 'REFUNDED')),
  constraint ck_inventory_entry_adds_up check (free + held + sold = capacity)
);
create index ix_inventory_entry_subject on encore.inventory_entry (subject) where subject <> '-';
create trigger inventory_entry_is_append_only before update or delete or truncate on encore.inventory_entry
  for each statement execute function encore.forbid_change();
revoke update, delete, truncate on encore.inventory_entry from encore_app;

comment on column encore.inventory_entry.subject is 'Who it is about, blinded: the beginning of the SHA-256 of the reservation''s code, which only its buyer knows.';
comment on column encore.inventory_entry.free is 'Free tickets of the type after this movement. Below zero means oversold: the ledger does not hide it, whoever follows it sees it.';
comment on column encore.inventory_entry.hash is 'SHA-256 of the hash before it in hexadecimal, a line feed and the entry as a line of text.';

create table encore.inventory_chain (
  event_id bigint      not null,
  places   bigint      not null,
  hash     bytea       not null,
  headed   bigint      not null default 0,
  head     bigint,
  head_at  timestamptz,
  constraint pk_inventory_chain primary key (event_id),
  constraint fk_inventory_chain_event_id foreign key (event_id) references encore.live_event (id)
);
comment on column encore.inventory_chain.head is 'The leaf of the fairness log that says the hash of the first headed places.';

create table encore.inventory_type (
  ticket_type_id bigint  not null,
  event_id       bigint  not null,
  capacity       integer not null,
  held           integer not null,
  sold           integer not null,
  constraint pk_inventory_type primary key (ticket_type_id)
);
create index ix_inventory_type_event_id on encore.inventory_type (event_id);
comment on table encore.inventory_type is 'What the ledger has come to: the last counts of each type.';

create table encore.inventory_known (
  reservation_id bigint  not null,
  ticket_type_id bigint  not null,
  event_id       bigint  not null,
  quantity       integer not null,
  held           integer not null,
  sold           integer not null,
  constraint pk_inventory_known primary key (reservation_id, ticket_type_id)
) with (fillfactor = 80);
create index ix_inventory_known_unsold on encore.inventory_known (reservation_id) where sold = 0;
comment on table encore.inventory_known is 'What the ledger has said of reservations that may still move.';

-- Numbers of reservations are handed out before they are committed. Up to settled nothing can appear any more; a candidate
-- settles when all transactions that were at work with it are over.
create table encore.inventory_progress (
  only_one   boolean     not null default true,
  settled    bigint      not null default 0,
  candidate  bigint      not null default 0,
  horizon    xid8        not null default '0',
  refunds_at timestamptz not null default '-infinity',
  next_at    timestamptz not null default '-infinity',
  proven_at  timestamptz,
  proof_next timestamptz not null default '-infinity',
  constraint pk_inventory_progress primary key (only_one),
  constraint ck_inventory_progress_only_one check (only_one)
);
insert into encore.inventory_progress default values;

create table encore.inventory_alarm (
  id        bigint      generated always as identity,
  subject   text        not null,
  detail    text        not null,
  raised_at timestamptz not null,
  over_at   timestamptz,
  constraint pk_inventory_alarm primary key (id)
);
create unique index uq_inventory_alarm_subject on encore.inventory_alarm (subject) where over_at is null;

create index ix_ticket_order_refunded_at on encore.ticket_order (refunded_at) where refunded_at is not null;

alter table encore.order_line add column if not exists refunded integer not null default 0;

-- Reservations of orders of which anything was given back since.
create function encore.refunded_since(p_since timestamptz) returns setof bigint language plpgsql stable as $$
begin
  return query select o.reservation_id from encore.ticket_order o where o.refunded_at > p_since;
  if to_regclass('encore.order_refund') is not null then
    return query execute 'select o.reservation_id from encore.order_refund f join encore.ticket_order o on o.id = f.order_id
                           where f.refunded_at > $1' using p_since;
  end if;
end
$$;

-- What has moved since the ledger last looked, and all of it as of one moment: a stable function sees what its caller's
-- statement sees. Rows without a reservation are new capacities. Steps make every count between them possible: what ended,
-- larger capacities, what came and went, what came, smaller capacities.
create function encore.inventory_changes(p_settled bigint, p_upto bigint, p_refunds timestamptz)
returns table (step integer, reservation_id bigint, code text, event_id bigint, ticket_type_id bigint, quantity integer,
               was_held integer, was_sold integer, held integer, sold integer)
language plpgsql stable as $$
begin
  return query
  with lines as (
    select r.id, r.code, r.event_id, r.status, l.ticket_type_id, sum(l.quantity)::integer as quantity
      from encore.ticket_reservation r join encore.reservation_line l on l.reservation_id = r.id
     where r.id > p_settled and r.id <= p_upto
       and not exists (select from encore.inventory_known k where k.reservation_id = r.id)
     group by r.id, l.ticket_type_id
  ), looked_at as (
    select 1 as step, k.reservation_id, r.code, k.event_id, k.ticket_type_id, k.quantity, k.held as was_held,
           k.sold as was_sold, r.status
      from encore.inventory_known k join encore.ticket_reservation r on r.id = k.reservation_id
     where k.sold = 0 or k.reservation_id in (select encore.refunded_since(p_refunds))
    union all
    select 3, n.id, n.code, n.event_id, n.ticket_type_id, n.quantity, 0, 0, n.status from lines n
  ), now_is as (
    select a.*, case when a.status = 'HELD' then a.quantity else 0 end as held_now,
           case when a.status = 'SOLD' then coalesce((
             select sum(l.quantity - l.refunded)::integer
               from encore.ticket_order o join encore.order_line l on l.order_id = o.id
              where o.reservation_id = a.reservation_id and l.ticket_type_id = a.ticket_type_id
                and o.status <> 'REFUNDED'), 0) else 0 end as sold_now
      from looked_at a
  )
  select case when n.step = 3 then case when n.held_now + n.sold_now < n.quantity then 3 else 4 end
              when n.held_now + n.sold_now > n.was_held + n.was_sold then 4 else 1 end,
         n.reservation_id, n.code, n.event_id, n.ticket_type_id, n.quantity, n.was_held, n.was_sold, n.held_now, n.sold_now
    from now_is n
   where n.step = 3 or n.was_held <> n.held_now or n.was_sold <> n.sold_now
  union all
  select case when s.capacity < coalesce(t.capacity, 0) then 5 else 2 end, null, null, y.event_id, y.id, s.capacity,
         t.held, t.sold, null, null
    from encore.ticket_stock s join encore.ticket_type y on y.id = s.ticket_type_id
    left join encore.inventory_type t on t.ticket_type_id = s.ticket_type_id
   where t.capacity is distinct from s.capacity
  order by 1, 2, 5;
end
$$;

-- Whether tickets add up now, counted anew from everything that holds or owns one: rows are what is wrong. One statement,
-- one moment: no sale need stand still for it.
create function encore.inventory_faults() returns table (subject text, detail text) language plpgsql stable as $$
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
          select (select count(*) from encore.seat e where e.ticket_type_id = y.id and not e.blocked) as seats,
                 count(*) filter (where d.state = 'HELD') as held, count(*) filter (where d.state = 'SOLD') as sold
            from encore.seat_hold d where d.ticket_type_id = y.id and d.state <> 'FREED') c
       where y.seated and (c.seats <> s.capacity or c.held <> s.held or c.sold <> s.sold) $seats$;
  end if;
end
$$;
