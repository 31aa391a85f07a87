-- Waiting lists of sold-out ticket types, and tickets that fans sell on.
-- While a list is on and somebody waits, no ticket of its type is free at any commit: what comes back is kept for the
-- list by a reservation of nobody's (account 0), so it counts as held, and only an offer of the list takes it.

create table encore.waitlist (
  ticket_type_id  bigint      not null,
  event_id        bigint      not null,
  active          boolean     not null,
  offer_minutes   integer     not null,
  largest_group   integer     not null,
  priority_medals bigint,
  closes_at       timestamptz,
  constraint pk_waitlist primary key (ticket_type_id),
  constraint fk_waitlist_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint fk_waitlist_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_waitlist_offer_minutes check (offer_minutes between 5 and 10080),
  constraint ck_waitlist_largest_group check (largest_group between 1 and 20),
  constraint ck_waitlist_priority_medals check (priority_medals > 0)
);
create index ix_waitlist_event_id on encore.waitlist (event_id);
comment on column encore.waitlist.priority_medals is 'Fans who have so many medals of the event''s artist when they join come first; null: nobody does.';
comment on column encore.waitlist.closes_at is 'First moment at which nobody is offered anything; null is the end of the type''s sale.';

create table encore.waitlist_entry (
  id               bigint      generated always as identity,
  code             text        not null,
  ticket_type_id   bigint      not null,
  account_id       bigint      not null,
  quantity         integer     not null,
  priority         integer     not null,
  joined_at        timestamptz not null,
  status           text        not null default 'WAITING',
  reservation      text,
  offered_at       timestamptz,
  offer_expires_at timestamptz,
  ended_at         timestamptz,
  constraint pk_waitlist_entry primary key (id),
  constraint uq_waitlist_entry_code unique (code),
  constraint fk_waitlist_entry_ticket_type_id foreign key (ticket_type_id) references encore.waitlist (ticket_type_id),
  constraint ck_waitlist_entry_quantity check (quantity between 1 and 20),
  constraint ck_waitlist_entry_status check (status in ('WAITING', 'OFFERED', 'BOUGHT', 'LAPSED', 'LEFT', 'CLOSED')),
  constraint ck_waitlist_entry_offer check (num_nulls(reservation, offered_at, offer_expires_at) in (0, 3)),
  constraint ck_waitlist_entry_offered check (status not in ('OFFERED', 'BOUGHT', 'LAPSED') or reservation is not null),
  constraint ck_waitlist_entry_ended_at check ((status in ('WAITING', 'OFFERED')) = (ended_at is null))
);
create unique index uq_waitlist_entry_account_id_open on encore.waitlist_entry (ticket_type_id, account_id)
  where status in ('WAITING', 'OFFERED');
create unique index uq_waitlist_entry_reservation on encore.waitlist_entry (reservation) where reservation is not null;
create index ix_waitlist_entry_waiting on encore.waitlist_entry (ticket_type_id, priority desc, joined_at, id) where status = 'WAITING';
create index ix_waitlist_entry_offered on encore.waitlist_entry (ticket_type_id) where status = 'OFFERED';
create index ix_waitlist_entry_account_id on encore.waitlist_entry (account_id, id desc);

-- Reservations that keep tickets for a list. They are only ever added by keep_tickets and released by an offer.
create table encore.waitlist_kept (
  reservation_id bigint not null,
  ticket_type_id bigint not null,
  constraint pk_waitlist_kept primary key (reservation_id),
  constraint fk_waitlist_kept_reservation_id foreign key (reservation_id) references encore.ticket_reservation (id),
  constraint fk_waitlist_kept_ticket_type_id foreign key (ticket_type_id) references encore.waitlist (ticket_type_id)
);
create index ix_waitlist_kept_ticket_type_id on encore.waitlist_kept (ticket_type_id);

-- Whether somebody waits for a type.
create function encore.awaited(p_type bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from encore.waitlist where ticket_type_id = p_type and active)
     and exists (select from encore.waitlist_entry where ticket_type_id = p_type and status = 'WAITING');
end
$$;

-- Keeps what is free of a type for its list, if somebody waits; also called when a fan joins and when a list is switched
-- on, so that no free ticket is left beside a list that is not empty. The type's lock comes first: whoever gives tickets
-- back at this moment is either seen here or sees who waits.
create function encore.keep_tickets(p_type bigint) returns integer language plpgsql as $$
declare
  v_free integer;
  v_code text := 'WL-' || replace(gen_random_uuid()::text, '-', '');
  v_id    bigint;
  v_event bigint;
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
  if (select (to_jsonb(t) ->> 'seated')::boolean from encore.ticket_type t where t.id = p_type) then
    perform encore.hold_seats(v_event, v_id, array[p_type], array[v_free], null, now(), now() + interval '10 years');
  end if;
  return v_free;
end
$$;

create function encore.keep_for_waiting() returns trigger language plpgsql as $$
begin
  if encore.awaited(new.ticket_type_id) then
    perform encore.keep_tickets(new.ticket_type_id);
  end if;
  return null;
end
$$;

-- At the commit of whoever gives tickets back, when all that belongs to it is done and nobody else has seen them free.
-- Selling and holding never come here: the condition asks for more free tickets of the same capacity.
create constraint trigger returned_tickets_wait after update of free on encore.ticket_stock
  deferrable initially deferred for each row
  when (new.free > old.free and new.capacity = old.capacity)
  execute function encore.keep_for_waiting();

-- Takes all that is kept for a type, for an offer or because nobody waits any more; it is free until the end of this
-- transaction. Rows that somebody else works on are left to them. Answers how many tickets.
create function encore.release_kept(p_type bigint) returns integer language plpgsql as $$
declare
  v_ids  bigint[];
  v_kept integer;
begin
  select array_agg(kept.reservation_id) into v_ids
    from (select k.reservation_id from encore.waitlist_kept k
            join encore.ticket_reservation r on r.id = k.reservation_id
           where k.ticket_type_id = p_type order by k.reservation_id for update of r skip locked) as kept;
  if v_ids is null then
    return 0;
  end if;
  update encore.ticket_reservation set status = 'RELEASED' where id = any (v_ids);
  delete from encore.waitlist_kept where reservation_id = any (v_ids);
  select sum(quantity) into v_kept from encore.reservation_line where reservation_id = any (v_ids);
  if encore.move_tickets(array[p_type], array[v_kept], 1, -1, 0) is not null then
    raise exception 'Kept tickets are missing' using errcode = 'data_corrupted';
  end if;
  return v_kept;
end
$$;
