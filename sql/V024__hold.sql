-- What a hold may touch besides the stock of its ticket types: quotas that types share, limits per person, promo codes,
-- seats and the waiting room. Nothing here is touched by events that have none of it.
-- Locks, in this order: advisory locks of ticket types by id, their rows, quotas by id, promo codes by id. Who moves
-- tickets in several calls of one transaction takes the locks of all types first (lock_tickets).

alter table encore.live_event add column waiting_room boolean not null default false;
comment on column encore.live_event.waiting_room is 'True: tickets are held only for those whom the waiting room has admitted.';

-- A quota limits how many tickets of several types together are given away; a type may be in many quotas. Counted like
-- the stock of a type, by the same statement.
create table encore.quota (
  id       bigint  generated always as identity,
  event_id bigint  not null,
  code     text    not null,
  name     text    not null,
  capacity integer not null,
  free     integer not null,
  held     integer not null default 0,
  sold     integer not null default 0,
  constraint pk_quota primary key (id),
  constraint uq_quota_event_id_code unique (event_id, code),
  constraint fk_quota_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_quota_name check (length(name) between 1 and 80),
  constraint ck_quota_not_negative check (free >= 0 and held >= 0 and sold >= 0),
  constraint ck_quota_adds_up check (free + held + sold = capacity)
) with (fillfactor = 40);

create table encore.quota_type (
  quota_id       bigint not null,
  ticket_type_id bigint not null,
  constraint pk_quota_type primary key (quota_id, ticket_type_id),
  constraint fk_quota_type_quota_id foreign key (quota_id) references encore.quota (id) on delete cascade,
  constraint fk_quota_type_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id)
);
create index ix_quota_type_ticket_type_id on encore.quota_type (ticket_type_id);

alter table encore.ticket_stock add column quotas bigint[];
comment on column encore.ticket_stock.quotas is
  'The type''s quotas by id, null without any: the statement that moves tickets learns of them for nothing. Written by define_quota.';

create or replace function encore.lock_tickets(p_types bigint[]) returns void language plpgsql as $$
declare
  v_type bigint;
begin
  if cardinality(p_types) = 1 then
    perform pg_advisory_xact_lock(712, hashint8(p_types[1]));
    return;
  end if;
  for v_type in select distinct wanted.ticket_type from unnest(p_types) as wanted (ticket_type) order by 1 loop
    perform pg_advisory_xact_lock(712, hashint8(v_type));
  end loop;
end
$$;

-- The second half of move_tickets: the same move in every quota of the types. Answers null, or the id of a type whose
-- quota has not enough, and then no quota has moved.
create function encore.move_quotas(
  p_types bigint[], p_quantities integer[], p_free integer, p_held integer, p_sold integer)
returns bigint language plpgsql as $$
declare
  v_quotas     bigint[];
  v_quantities integer[];
begin
  select array_agg(shared.quota order by shared.quota), array_agg(shared.quantity order by shared.quota)
    into v_quotas, v_quantities
    from (select counted.quota, sum(wanted.quantity)::integer as quantity
            from unnest(p_types, p_quantities) as wanted (ticket_type, quantity)
            join encore.ticket_stock s on s.ticket_type_id = wanted.ticket_type
            cross join lateral unnest(s.quotas) as counted (quota)
           group by counted.quota) as shared;
  for n in 1 .. coalesce(cardinality(v_quotas), 0) loop
    update encore.quota
       set free = free + p_free * v_quantities[n], held = held + p_held * v_quantities[n],
           sold = sold + p_sold * v_quantities[n]
     where id = v_quotas[n]
       and free + p_free * v_quantities[n] >= 0
       and held + p_held * v_quantities[n] >= 0
       and sold + p_sold * v_quantities[n] >= 0;
    if not found then
      update encore.quota q
         set free = free - p_free * moved.quantity, held = held - p_held * moved.quantity,
             sold = sold - p_sold * moved.quantity
        from unnest(v_quotas[1 : n - 1], v_quantities[1 : n - 1]) as moved (quota, quantity)
       where q.id = moved.quota;
      return (select min(ticket_type_id) from encore.ticket_stock
               where ticket_type_id = any (p_types) and v_quotas[n] = any (quotas));
    end if;
  end loop;
  return null;
end
$$;

-- The only statement that moves tickets. Signs say the verb: take (-1, 1, 0), give back (1, -1, 0), sell (0, -1, 1),
-- unsell (1, 0, -1). All or none: answers null, or the id of the first type that has not enough, itself or in a quota
-- of it, and nothing has moved.
create or replace function encore.move_tickets(
  p_types bigint[], p_quantities integer[], p_free integer, p_held integer, p_sold integer)
returns bigint language plpgsql as $$
declare
  v_types      bigint[]  := p_types;
  v_quantities integer[] := p_quantities;
  v_quotas     bigint[];
  v_shared     boolean   := false;
  v_lacking    bigint;
  v_moved      integer   := 0;
begin
  perform encore.lock_tickets(p_types);
  if cardinality(p_types) > 1 then
    select array_agg(wanted.ticket_type order by wanted.ticket_type),
           array_agg(wanted.quantity order by wanted.ticket_type) into v_types, v_quantities
      from (select ticket_type, sum(quantity)::integer as quantity
              from unnest(p_types, p_quantities) as line (ticket_type, quantity) group by ticket_type) as wanted;
  end if;
  for n in 1 .. cardinality(v_types) loop
    update encore.ticket_stock
       set free = free + p_free * v_quantities[n], held = held + p_held * v_quantities[n],
           sold = sold + p_sold * v_quantities[n]
     where ticket_type_id = v_types[n]
       and free + p_free * v_quantities[n] >= 0
       and held + p_held * v_quantities[n] >= 0
       and sold + p_sold * v_quantities[n] >= 0
    returning quotas into v_quotas;
    if not found then
      v_lacking := v_types[n];
      exit;
    end if;
    v_moved := n;
    v_shared := v_shared or v_quotas is not null;
  end loop;
  if v_lacking is null and v_shared then
    v_lacking := encore.move_quotas(v_types, v_quantities, p_free, p_held, p_sold);
  end if;
  if v_lacking is not null and v_moved > 0 then
    update encore.ticket_stock s
       set free = free - p_free * moved.quantity, held = held - p_held * moved.quantity,
           sold = sold - p_sold * moved.quantity
      from unnest(v_types[1 : v_moved], v_quantities[1 : v_moved]) as moved (ticket_type, quantity)
     where s.ticket_type_id = moved.ticket_type;
  end if;
  return v_lacking;
end
$$;

-- Makes or changes a quota; an empty list of types ends its work. The locks of all types concerned hold their counts
-- still meanwhile. Answers its id, or null when more than its capacity is held and sold: then nothing has changed.
create function encore.define_quota(p_event bigint, p_code text, p_name text, p_capacity integer, p_types bigint[])
returns bigint language plpgsql as $$
declare
  v_id    bigint;
  v_types bigint[];
  v_held  integer;
  v_sold  integer;
begin
  perform from encore.live_event where id = p_event for no key update;
  select id into v_id from encore.quota where event_id = p_event and code = p_code;
  select array_agg(ticket_type_id) || p_types into v_types from encore.quota_type where quota_id = v_id;
  perform encore.lock_tickets(v_types);
  select coalesce(sum(held), 0), coalesce(sum(sold), 0) into v_held, v_sold
    from encore.ticket_stock where ticket_type_id = any (p_types);
  if v_held + v_sold > p_capacity then
    return null;
  end if;
  insert into encore.quota as q (event_id, code, name, capacity, free, held, sold)
    values (p_event, p_code, p_name, p_capacity, p_capacity - v_held - v_sold, v_held, v_sold)
    on conflict (event_id, code) do update
       set name = excluded.name, capacity = excluded.capacity, free = excluded.free, held = excluded.held,
           sold = excluded.sold
    returning id into v_id;
  delete from encore.quota_type where quota_id = v_id and ticket_type_id <> all (p_types);
  insert into encore.quota_type (quota_id, ticket_type_id)
    select v_id, t.id from encore.ticket_type t where t.id = any (p_types) and t.event_id = p_event
    on conflict do nothing;
  update encore.ticket_stock s
     set quotas = (select array_agg(m.quota_id order by m.quota_id)
                     from encore.quota_type m where m.ticket_type_id = s.ticket_type_id)
   where s.ticket_type_id = any (v_types);
  return v_id;
end
$$;

-- Limits per order are rules of the sale; the limit per person is counted.
alter table encore.ticket_type
  add column min_per_order integer not null default 1,
  add column max_per_person integer,
  add constraint ck_ticket_type_min_per_order check (min_per_order between 1 and 50),
  add constraint ck_ticket_type_max_per_person check (max_per_person >= 1);

-- What counts against the limits of a person: live holds and sales of limited types. Its rows are never more than the
-- limit allows, so adding them up costs nothing; the lock of the type stands in front of it.
create table encore.person_share (
  reservation_id bigint  not null,
  ticket_type_id bigint  not null,
  account_id     bigint  not null,
  quantity       integer not null,
  constraint pk_person_share primary key (reservation_id, ticket_type_id),
  constraint fk_person_share_reservation_id foreign key (reservation_id)
    references encore.ticket_reservation (id) on delete cascade,
  constraint ck_person_share_quantity check (quantity > 0)
);
create index ix_person_share_ticket_type_id_account_id on encore.person_share (ticket_type_id, account_id);

-- Codes that take something off the price or open what is hidden. Uses and spending are counted at hold time.
create table encore.promo_code (
  id             bigint      generated always as identity,
  event_id       bigint      not null,
  code           text        not null,
  kind           text        not null,
  percent        integer,
  amount_minor   bigint,
  unlocks        boolean     not null default false,
  max_uses       integer,
  max_per_person integer,
  budget_minor   bigint,
  valid_from     timestamptz,
  valid_until    timestamptz,
  batch          text,
  active         boolean     not null default true,
  uses           integer     not null default 0,
  spent_minor    bigint      not null default 0,
  created_at     timestamptz not null,
  constraint pk_promo_code primary key (id),
  constraint uq_promo_code_event_id_code unique (event_id, code),
  constraint fk_promo_code_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_promo_code_code check (code ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'),
  constraint ck_promo_code_kind check (kind in ('PERCENT', 'AMOUNT', 'UNLOCK')),
  constraint ck_promo_code_worth check (
    (kind = 'PERCENT') = (percent is not null) and (kind = 'AMOUNT') = (amount_minor is not null)
    and percent between 1 and 100 and amount_minor > 0 and (kind <> 'UNLOCK' or unlocks)),
  constraint ck_promo_code_limits check (max_uses >= 1 and max_per_person >= 1 and budget_minor >= 1),
  constraint ck_promo_code_uses check (uses >= 0 and (max_uses is null or uses <= max_uses)),
  constraint ck_promo_code_spent check (spent_minor >= 0 and (budget_minor is null or spent_minor <= budget_minor)),
  constraint ck_promo_code_window check (valid_until > valid_from)
) with (fillfactor = 60);
create index ix_promo_code_event_id_batch on encore.promo_code (event_id, batch);

-- Which types a code is for; all of the event without a row.
create table encore.promo_code_type (
  promo_code_id  bigint not null,
  ticket_type_id bigint not null,
  constraint pk_promo_code_type primary key (promo_code_id, ticket_type_id),
  constraint fk_promo_code_type_promo_code_id foreign key (promo_code_id) references encore.promo_code (id),
  constraint fk_promo_code_type_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id)
);
create index ix_promo_code_type_ticket_type_id on encore.promo_code_type (ticket_type_id);

-- A live use of a code: the row goes when the hold ends or the order is paid back, and the code counts down with it.
create table encore.promo_use (
  reservation_id bigint not null,
  promo_code_id  bigint not null,
  account_id     bigint not null,
  spent_minor    bigint not null,
  constraint pk_promo_use primary key (reservation_id),
  constraint fk_promo_use_reservation_id foreign key (reservation_id)
    references encore.ticket_reservation (id) on delete cascade,
  constraint fk_promo_use_promo_code_id foreign key (promo_code_id) references encore.promo_code (id)
);
create index ix_promo_use_promo_code_id_account_id on encore.promo_use (promo_code_id, account_id);

alter table encore.ticket_reservation
  add column promo_code_id bigint,
  add column limited boolean not null default false;
comment on column encore.ticket_reservation.limited is 'True when tickets of it count against limits per person.';

-- A line that belongs to a bundle names the bundle's type; the bundle's own line carries the price.
alter table encore.reservation_line
  add column promo_minor bigint not null default 0,
  add column part_of bigint not null default 0,
  add constraint ck_reservation_line_promo_minor check (promo_minor >= 0),
  drop constraint pk_reservation_line,
  add constraint pk_reservation_line primary key (reservation_id, ticket_type_id, part_of);
-- a ticket of an order and a type may come from two lines now, one of them of a bundle
alter table encore.ticket
  drop constraint fk_ticket_order_id_ticket_type_id,
  add constraint fk_ticket_order_id foreign key (order_id) references encore.ticket_order (id);
alter table encore.order_line
  add column promo_minor bigint not null default 0,
  add column part_of bigint not null default 0,
  add constraint ck_order_line_promo_minor check (promo_minor >= 0),
  drop constraint pk_order_line,
  add constraint pk_order_line primary key (order_id, ticket_type_id, part_of);
comment on column encore.reservation_line.promo_minor is
  'What a promo code took off the price of one ticket; price_minor is what is left to pay.';
comment on column encore.order_line.promo_minor is
  'What a promo code took off the price of one ticket; price_minor is what is left to pay.';

-- The id of a type of which the fan would get more than one person may have, or null. Behind the types' locks.
create function encore.over_limit(p_account bigint, p_types bigint[], p_quantities integer[]) returns bigint
language plpgsql as $$
begin
  return (select min(wanted.ticket_type)
            from (select ticket_type, sum(quantity) as quantity
                    from unnest(p_types, p_quantities) as line (ticket_type, quantity) group by ticket_type) as wanted
            join encore.ticket_type t on t.id = wanted.ticket_type
           where wanted.quantity + coalesce((select sum(s.quantity) from encore.person_share s
                   where s.ticket_type_id = t.id and s.account_id = p_account), 0) > t.max_per_person);
end
$$;

-- Counts what is held and sold already when an organizer begins to limit a type per person.
create function encore.count_shares(p_type bigint) returns void language plpgsql as $$
begin
  perform encore.lock_tickets(array[p_type]);
  insert into encore.person_share (reservation_id, ticket_type_id, account_id, quantity)
    select r.id, p_type, r.account_id, sum(l.quantity)
      from encore.reservation_line l
      join encore.ticket_reservation r on r.id = l.reservation_id and r.status in ('HELD', 'SOLD')
     where l.ticket_type_id = p_type
       and not exists (select from encore.ticket_order o where o.reservation_id = r.id and o.status = 'REFUNDED')
     group by r.id
    on conflict do nothing;
  update encore.ticket_reservation r set limited = true
    from encore.person_share s
   where s.ticket_type_id = p_type and r.id = s.reservation_id and not r.limited;
end
$$;

-- Counts a use of a promo code: null, or why not: PROMO_GONE (used up, spent, out of its time, stopped) or PROMO_PERSON,
-- and then nothing has changed.
create function encore.take_promo(p_promo bigint, p_account bigint, p_spent bigint, p_now timestamptz) returns text
language plpgsql as $$
declare
  v_limit integer;
begin
  update encore.promo_code
     set uses = uses + 1, spent_minor = spent_minor + p_spent
   where id = p_promo and active
     and (max_uses is null or uses < max_uses)
     and (budget_minor is null or spent_minor + p_spent <= budget_minor)
     and (valid_from is null or valid_from <= p_now) and (valid_until is null or valid_until > p_now)
  returning max_per_person into v_limit;
  if not found then
    return 'PROMO_GONE';
  end if;
  if v_limit <= (select count(*) from encore.promo_use where promo_code_id = p_promo and account_id = p_account) then
    update encore.promo_code set uses = uses - 1, spent_minor = spent_minor - p_spent where id = p_promo;
    return 'PROMO_PERSON';
  end if;
  return null;
end
$$;

-- Ends what these reservations had taken besides stock. To repeat it changes nothing.
create function encore.give_back_terms(p_reservations bigint[]) returns void language plpgsql as $$
begin
  perform from encore.promo_code
    where id in (select promo_code_id from encore.promo_use where reservation_id = any (p_reservations))
    order by id for update;
  with ended as (
    delete from encore.promo_use where reservation_id = any (p_reservations) returning promo_code_id, spent_minor)
  update encore.promo_code p
     set uses = p.uses - given.times, spent_minor = p.spent_minor - given.spent
    from (select promo_code_id, count(*) as times, sum(spent_minor) as spent from ended group by promo_code_id) as given
   where p.id = given.promo_code_id;
  delete from encore.person_share where reservation_id = any (p_reservations);
end
$$;

-- Whoever ends a hold or pays an order back need not think of codes and limits. It happens at the commit, because codes
-- are locked after stock.
create function encore.end_terms() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'ticket_reservation' then
    perform encore.give_back_terms(array[new.id]);
  else
    perform encore.give_back_terms(array[new.reservation_id]);
  end if;
  return null;
end
$$;
create constraint trigger hold_gives_its_terms_back after update of status on encore.ticket_reservation
  deferrable initially deferred for each row
  when (new.status in ('RELEASED', 'EXPIRED') and (new.promo_code_id is not null or new.limited))
  execute function encore.end_terms();
create constraint trigger refund_gives_the_terms_back after update of status on encore.ticket_order
  deferrable initially deferred for each row
  when (new.status = 'REFUNDED' and old.status <> new.status)
  execute function encore.end_terms();

-- Seats and admission of a hold, or why not: SEAT with the seat that is taken, NOT_ADMITTED. Either all of it or nothing
-- has happened. Both together need a savepoint, because the one may refuse after the other agreed.
create function encore.enter_hold(
  p_room boolean, p_event bigint, p_account bigint, p_id bigint, p_code text, p_types bigint[], p_quantities integer[],
  p_seats bigint[], p_admission text, p_now timestamptz, p_expires timestamptz, out o_outcome text, out o_seat bigint)
language plpgsql as $$
begin
  if p_room and p_seats is null then
    if not encore.use_admission(p_event, p_account, p_admission, p_code, p_now) then
      o_outcome := 'NOT_ADMITTED';
    end if;
    return;
  end if;
  if not p_room then
    o_seat := encore.hold_seats(p_event, p_id, p_types, p_quantities, p_seats, p_now, p_expires);
    o_outcome := case when o_seat is not null then 'SEAT' end;
    return;
  end if;
  begin
    o_seat := encore.hold_seats(p_event, p_id, p_types, p_quantities, p_seats, p_now, p_expires);
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

drop function encore.hold_tickets(text, bigint, bigint, text, text, text, timestamptz, timestamptz,
  bigint[], integer[], bigint[], bigint[]);

-- A hold in one round trip: the stock first, then the reservation and its lines. The key makes it safe to repeat: calls
-- for the same types queue at the stock's lock, so the second one finds what the first one wrote.
--
-- p_seats: ids of the seats wanted, null without; p_promo: id of a promo code, null without; p_admission: the waiting
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
                             p_now, p_expires) as entered;
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

-- Writes down what a hold has taken besides stock, so that its end can give it back.
create function encore.note_terms(
  p_reservation bigint, p_account bigint, p_types bigint[], p_quantities integer[], p_limited boolean,
  p_promo bigint, p_spent bigint)
returns void language plpgsql as $$
begin
  if p_promo is not null then
    insert into encore.promo_use (reservation_id, promo_code_id, account_id, spent_minor)
      values (p_reservation, p_promo, p_account, p_spent);
  end if;
  if p_limited then
    insert into encore.person_share (reservation_id, ticket_type_id, account_id, quantity)
      select p_reservation, line.ticket_type, p_account, sum(line.quantity)
        from unnest(p_types, p_quantities) as line (ticket_type, quantity)
        join encore.ticket_type t on t.id = line.ticket_type and t.max_per_person is not null
       group by line.ticket_type;
  end if;
end
$$;

-- Takes again what an ended reservation had: its tickets, its code and its share of the limits. True when it has all of
-- it now, held; false when something is not to be had any more, and then nothing has changed.
create function encore.retake_hold(p_reservation bigint) returns boolean language plpgsql as $$
declare
  v_held       encore.ticket_reservation;
  v_types      bigint[];
  v_quantities integer[];
  v_spent      bigint;
begin
  select * into v_held from encore.ticket_reservation where id = p_reservation;
  select array_agg(ticket_type_id), array_agg(quantity), sum(promo_minor * quantity) into v_types, v_quantities, v_spent
    from encore.reservation_line where reservation_id = p_reservation;
  perform encore.lock_tickets(v_types);
  if v_held.limited and encore.over_limit(v_held.account_id, v_types, v_quantities) is not null then
    return false;
  end if;
  if encore.move_tickets(v_types, v_quantities, -1, 1, 0) is not null then
    return false;
  end if;
  if v_held.promo_code_id is not null
     and encore.take_promo(v_held.promo_code_id, v_held.account_id, v_spent, v_held.created_at) is not null then
    perform encore.move_tickets(v_types, v_quantities, 1, -1, 0);
    return false;
  end if;
  perform encore.note_terms(p_reservation, v_held.account_id, v_types, v_quantities, v_held.limited,
    v_held.promo_code_id, v_spent);
  return true;
end
$$;

-- Ends a hold that its fan gives back; its row is locked by the caller. False when it has ended already.
create function encore.release_hold(p_reservation bigint) returns boolean language plpgsql as $$
declare
  v_types      bigint[];
  v_quantities integer[];
begin
  perform from encore.ticket_reservation where id = p_reservation and status = 'HELD' for update;
  if not found then
    return false;
  end if;
  select array_agg(ticket_type_id), array_agg(quantity) into v_types, v_quantities
    from encore.reservation_line where reservation_id = p_reservation;
  update encore.ticket_reservation set status = 'RELEASED' where id = p_reservation;
  update encore.ticket_order set status = 'LAPSED' where reservation_id = p_reservation and status = 'OPEN';
  if encore.move_tickets(v_types, v_quantities, 1, -1, 0) is not null then
    raise exception 'Held tickets are missing' using errcode = 'data_corrupted';
  end if;
  return true;
end
$$;

-- Ends due holds: their tickets are free again and their unpaid orders lapse. Nodes share the work by skipping what
-- another one has locked. Answers how many reservations ended.
create or replace function encore.expire_reservations(p_now timestamptz, p_limit integer)
returns integer language plpgsql as $$
declare
  v_ids        bigint[];
  v_terms      bigint[];
  v_types      bigint[];
  v_quantities integer[];
begin
  select array_agg(due.id), array_agg(due.id) filter (where due.limited or due.promo_code_id is not null)
    into v_ids, v_terms
    from (select id, limited, promo_code_id from encore.ticket_reservation
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
  if v_terms is not null then
    perform encore.give_back_terms(v_terms);
  end if;
  return cardinality(v_ids);
end
$$;
