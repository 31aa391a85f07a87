-- Tickets that fans sell on, for what they paid at most. Until the buyer's payment is captured the ticket is the seller's
-- and lets her in; then, in one transaction, the seller's ticket ends with her money on its way back, and the buyer has a
-- ticket of her own with a code of its own for the same place. The stock never moves: the place is sold all the time.
-- A buyer who is paying keeps the offer by her reservation, which therefore has no lines and holds nothing of the stock
-- before it is sold.
-- Locks: the payment and the reservation of the buyer, then of the seller, the ticket's row, the offer's row, the lock of
-- the ticket type. A scan and a refund lock the ticket's row and end the offer behind it by a trigger.

create table encore.resale_terms (
  event_id      bigint      not null,
  allowed       boolean     not null,
  fee_per_mille integer     not null,
  closes_at     timestamptz,
  constraint pk_resale_terms primary key (event_id),
  constraint fk_resale_terms_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_resale_terms_fee_per_mille check (fee_per_mille between 0 and 300)
);
comment on table encore.resale_terms is 'What an organizer lets fans sell on; an event without a row lets them sell nothing.';
comment on column encore.resale_terms.fee_per_mille is 'What the organizer keeps of the price when a ticket is sold on, rounded half up.';
comment on column encore.resale_terms.closes_at is 'First moment at which no ticket is sold on; null is when the doors open, or the event starts.';

create table encore.resale_offer (
  id                bigint      generated always as identity,
  code              text        not null,
  ticket_id         bigint      not null,
  issue             integer     not null,
  event_id          bigint      not null,
  ticket_type_id    bigint      not null,
  seller_order_id   bigint      not null,
  seller_account_id bigint      not null,
  currency          text        not null,
  price_minor       bigint      not null,
  fee_minor         bigint      not null,
  status            text        not null default 'OPEN',
  reservation_id    bigint,
  offered_at        timestamptz not null,
  ended_at          timestamptz,
  constraint pk_resale_offer primary key (id),
  constraint uq_resale_offer_code unique (code),
  constraint fk_resale_offer_ticket_id foreign key (ticket_id) references encore.ticket (id),
  constraint fk_resale_offer_seller_order_id foreign key (seller_order_id) references encore.ticket_order (id),
  constraint fk_resale_offer_reservation_id foreign key (reservation_id) references encore.ticket_reservation (id),
  constraint ck_resale_offer_price check (price_minor > 0 and fee_minor between 0 and price_minor),
  constraint ck_resale_offer_status check (status in ('OPEN', 'SOLD', 'WITHDRAWN', 'EXPIRED', 'VOID')),
  constraint ck_resale_offer_sold check (status <> 'SOLD' or reservation_id is not null),
  constraint ck_resale_offer_ended_at check ((status = 'OPEN') = (ended_at is null))
);
-- the referees: a ticket is on offer once, and sold on once
create unique index uq_resale_offer_ticket_id_open on encore.resale_offer (ticket_id) where status = 'OPEN';
create unique index uq_resale_offer_ticket_id_sold on encore.resale_offer (ticket_id) where status = 'SOLD';
create index ix_resale_offer_open on encore.resale_offer (event_id, price_minor) where status = 'OPEN';
create index ix_resale_offer_event_id on encore.resale_offer (event_id, id desc);
create index ix_resale_offer_seller_account_id on encore.resale_offer (seller_account_id, id desc);
comment on column encore.resale_offer.issue is 'Of the ticket when it was offered.';
comment on column encore.resale_offer.fee_minor is 'What the organizer keeps of the price; the seller gets the rest.';
comment on column encore.resale_offer.status is 'VOID: the ticket was used, cancelled or given to somebody else meanwhile.';
comment on column encore.resale_offer.reservation_id is 'Of the buyer who is paying for it or was the last to; it counts while it is held.';

alter table encore.ticket_reservation add column resale_offer_id bigint;
comment on column encore.ticket_reservation.resale_offer_id is 'The fan''s offer that it keeps; such a reservation holds nothing of the stock.';

alter table encore.order_refund add column resale text;
comment on column encore.order_refund.resale is 'Code of the offer by which the ticket was sold on, or null.';

-- What is reserved: lines of the stock, and offers of fans while they are kept.
create view encore.reserved_line as
select reservation_id, ticket_type_id, quantity, price_minor, fee_minor, promo_minor, part_of from encore.reservation_line
union all
select r.id, f.ticket_type_id, 1, f.price_minor, 0, 0, 0
  from encore.ticket_reservation r join encore.resale_offer f on f.id = r.resale_offer_id
 where r.status <> 'SOLD';

-- Whether tickets of an event may be sold on, and until when.
create view encore.resale_window as
select e.id as event_id, coalesce(m.allowed, false) as allowed, coalesce(m.fee_per_mille, 0) as fee_per_mille,
       e.status = 'PUBLISHED' as published,
       least(m.closes_at, coalesce(e.doors_at, e.starts_at)) as closes_at
  from encore.live_event e left join encore.resale_terms m on m.event_id = e.id;

-- Whether a ticket is promised to somebody else; asked under the lock of its row.
create or replace function encore.ticket_promised(p_ticket bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from encore.ticket_transfer where ticket_id = p_ticket and status = 'PENDING')
      or exists (select from encore.resale_offer where ticket_id = p_ticket and status = 'OPEN');
end
$$;

-- Whether a buyer is paying by this reservation.
create function encore.resale_held(p_reservation bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from encore.ticket_reservation where id = p_reservation and status = 'HELD');
end
$$;

-- Whether fans wait for a single ticket of the offer's type: then it is theirs first. The seller's own place does not count.
create function encore.resale_awaited(p_type bigint, p_seller bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from encore.waitlist where ticket_type_id = p_type and active)
     and exists (select from encore.waitlist_entry where ticket_type_id = p_type and status = 'WAITING'
                    and quantity = 1 and account_id <> p_seller);
end
$$;

-- Offers a ticket that the account paid for itself. Answers as offer_ticket does, GIVEN when somebody else paid for it.
create function encore.offer_resale(
  p_ticket text, p_account bigint, p_code text, p_price bigint, p_fee bigint, p_now timestamptz)
returns text language plpgsql as $$
declare
  v_ticket encore.ticket;
  v_order  encore.ticket_order;
begin
  select * into v_ticket from encore.ticket where code = p_ticket and account_id = p_account for no key update;
  if v_ticket.id is null then
    return null;
  end if;
  if v_ticket.status <> 'ISSUED' or v_ticket.checked_in_at is not null then
    return 'SPENT';
  end if;
  if encore.ticket_promised(v_ticket.id) then
    return 'PROMISED';
  end if;
  select * into v_order from encore.ticket_order where id = v_ticket.order_id;
  if v_order.account_id <> p_account or v_order.payment is null then
    return 'GIVEN';
  end if;
  insert into encore.resale_offer (code, ticket_id, issue, event_id, ticket_type_id, seller_order_id, seller_account_id,
      currency, price_minor, fee_minor, offered_at)
    values (p_code, v_ticket.id, v_ticket.issue, v_ticket.event_id, v_ticket.ticket_type_id, v_order.id, p_account,
      v_order.currency, p_price, p_fee, p_now);
  insert into encore.ticket_step (ticket_id, kind, transfer, actor_account_id, owner_account_id, issue, at)
    values (v_ticket.id, 'FOR_SALE', p_code, p_account, p_account, v_ticket.issue, p_now);
  return 'OFFERED';
end
$$;

-- Ends an offer that nobody is paying for. Answers ENDED, HELD or CLOSED.
create function encore.end_resale(p_code text, p_status text, p_actor bigint, p_now timestamptz)
returns text language plpgsql as $$
declare
  v_offer encore.resale_offer;
begin
  select * into v_offer from encore.resale_offer where code = p_code for update;
  if v_offer.status <> 'OPEN' then
    return 'CLOSED';
  end if;
  if encore.resale_held(v_offer.reservation_id) then
    return 'HELD';
  end if;
  update encore.resale_offer set status = p_status, ended_at = p_now where id = v_offer.id;
  insert into encore.ticket_step (ticket_id, kind, transfer, actor_account_id, owner_account_id, issue, at)
    values (v_offer.ticket_id, 'NOT_FOR_SALE', p_code, p_actor, v_offer.seller_account_id, v_offer.issue, p_now);
  return 'ENDED';
end
$$;

-- Whatever makes a ticket another one or none ends its offer in the same transaction: a scan that lets somebody in, a
-- refund, a new code. A buyer who is paying at that moment gets her money back when it comes.
create function encore.resale_follows_ticket() returns trigger language plpgsql as $$
begin
  with ended as (
    update encore.resale_offer set status = 'VOID', ended_at = clock_timestamp()
     where ticket_id = new.id and status = 'OPEN' returning code, seller_account_id, issue)
  insert into encore.ticket_step (ticket_id, kind, transfer, owner_account_id, issue, at)
    select new.id, 'NOT_FOR_SALE', ended.code, new.account_id, new.issue, clock_timestamp() from ended;
  return null;
end
$$;
create trigger resale_follows_ticket after update of status, checked_in_at, issue, account_id on encore.ticket
  for each row when (old.status <> new.status or old.issue <> new.issue or old.account_id <> new.account_id
                     or old.checked_in_at is null and new.checked_in_at is not null)
  execute function encore.resale_follows_ticket();

-- Keeps an offer for a buyer by a reservation of hers. Outcomes: HELD; AGAIN is an earlier call with this key (o_hash tells
-- whether it asked the same); CLOSED: it is over; OWN; TAKEN: somebody is paying for it; AWAITED: the waiting list comes
-- first, and p_waiting says that it is its turn; PERSON: she would have more than one person may. Only HELD changes
-- anything.
create function encore.hold_resale(
  p_offer text, p_code text, p_account bigint, p_key text, p_hash text, p_waiting boolean,
  p_now timestamptz, p_expires timestamptz, out o_outcome text, out o_code text, out o_hash text)
language plpgsql as $$
declare
  v_offer   encore.resale_offer;
  v_limited boolean;
  v_id      bigint;
begin
  select * into v_offer from encore.resale_offer where code = p_offer for update;
  select 'AGAIN', code, request_hash into o_outcome, o_code, o_hash
    from encore.ticket_reservation where account_id = p_account and call_key = p_key;
  if found then
    return;
  end if;
  o_outcome := case
    when v_offer.id is null or v_offer.status <> 'OPEN'
      or not exists (select from encore.resale_window w where w.event_id = v_offer.event_id
                       and w.allowed and w.published and w.closes_at > p_now) then 'CLOSED'
    when v_offer.seller_account_id = p_account then 'OWN'
    when encore.resale_held(v_offer.reservation_id) then 'TAKEN'
    when not p_waiting and encore.resale_awaited(v_offer.ticket_type_id, v_offer.seller_account_id) then 'AWAITED' end;
  if o_outcome is not null then
    return;
  end if;
  select max_per_person is not null into v_limited from encore.ticket_type where id = v_offer.ticket_type_id;
  if v_limited then
    perform encore.lock_tickets(array[v_offer.ticket_type_id]);
    if encore.over_limit(p_account, array[v_offer.ticket_type_id], array[1]) is not null then
      o_outcome := 'PERSON';
      return;
    end if;
  end if;
  insert into encore.ticket_reservation (code, account_id, event_id, currency, status, call_key, request_hash, created_at,
      expires_at, limited, resale_offer_id)
    values (p_code, p_account, v_offer.event_id, v_offer.currency, 'HELD', p_key, p_hash, p_now, p_expires, v_limited,
      v_offer.id)
    returning id into v_id;
  if v_limited then
    perform encore.note_terms(v_id, p_account, array[v_offer.ticket_type_id], array[1], true, null, 0);
  end if;
  update encore.resale_offer set reservation_id = v_id where id = v_offer.id;
  o_outcome := 'HELD';
  o_code := p_code;
  o_hash := p_hash;
end
$$;

-- The buyer has paid: decides whether the place is hers. The caller has locked both orders. A late payment gets it when
-- nobody else is paying for it. No row when it is not to be had, and then nothing has changed.
create function encore.take_resold(p_order text, p_now timestamptz) returns setof encore.resale_offer language plpgsql as $$
declare
  v_held   encore.ticket_reservation;
  v_ticket encore.ticket;
  v_offer  encore.resale_offer;
begin
  select r.* into v_held from encore.ticket_order o join encore.ticket_reservation r on r.id = o.reservation_id
   where o.code = p_order;
  select t.* into v_ticket from encore.ticket t join encore.resale_offer f on f.ticket_id = t.id
   where f.id = v_held.resale_offer_id for no key update of t;
  select * into v_offer from encore.resale_offer where id = v_held.resale_offer_id for update;
  if v_offer.status <> 'OPEN'
     or v_offer.reservation_id <> v_held.id and encore.resale_held(v_offer.reservation_id) then
    return;
  end if;
  if v_ticket.status <> 'ISSUED' or v_ticket.checked_in_at is not null then
    return;
  end if;
  if exists (select from encore.live_event where id = v_offer.event_id and status = 'CANCELLED') then
    return;
  end if;
  if v_held.status <> 'HELD' and v_held.limited then
    perform encore.lock_tickets(array[v_offer.ticket_type_id]);
    if encore.over_limit(v_held.account_id, array[v_offer.ticket_type_id], array[1]) is not null then
      return;
    end if;
    perform encore.note_terms(v_held.id, v_held.account_id, array[v_offer.ticket_type_id], array[1], true, null, 0);
  end if;
  update encore.resale_offer set status = 'SOLD', reservation_id = v_held.id, ended_at = p_now
   where id = v_offer.id returning * into v_offer;
  insert into encore.ticket_step (ticket_id, kind, transfer, actor_account_id, owner_account_id, issue, at)
    values (v_offer.ticket_id, 'RESOLD', v_offer.code, v_held.account_id, v_offer.seller_account_id, v_offer.issue, p_now);
  return next v_offer;
end
$$;

-- The seller's ticket has ended in this transaction: its place is the buyer's reservation's, with the seat that it is. The
-- inventory ledger may have passed the reservation's number long ago, so it is told to look at it again.
create function encore.enter_resold(p_offer text) returns void language plpgsql as $$
declare
  v_offer encore.resale_offer;
  v_seat  bigint;
begin
  select * into v_offer from encore.resale_offer where code = p_offer and status = 'SOLD';
  insert into encore.reservation_line (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)
    values (v_offer.reservation_id, v_offer.ticket_type_id, 1, v_offer.price_minor, 0);
  insert into encore.inventory_known (reservation_id, ticket_type_id, event_id, quantity, held, sold)
    values (v_offer.reservation_id, v_offer.ticket_type_id, v_offer.event_id, 1, 0, 0)
    on conflict do nothing;
  select h.seat_id into v_seat
    from encore.ticket t join encore.ticket_order o on o.id = t.order_id
    join encore.seat_hold h on h.reservation_id = o.reservation_id and h.ticket_type_id = t.ticket_type_id and h.number = t.number
   where t.id = v_offer.ticket_id;
  if v_seat is not null then
    update encore.seat set free = false where id = v_seat;
    insert into encore.seat_hold (reservation_id, seat_id, event_id, ticket_type_id, number)
      values (v_offer.reservation_id, v_seat, v_offer.event_id, v_offer.ticket_type_id, 1);
    update encore.ticket_reservation set seated = true where id = v_offer.reservation_id;
  end if;
end
$$;

-- Ends a hold that its fan gives back; its row is locked by the caller. False when it has ended already. One that keeps a
-- fan's offer has nothing of the stock.
create or replace function encore.release_hold(p_reservation bigint) returns boolean language plpgsql as $$
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
  if v_types is null then
    return true;
  end if;
  if encore.move_tickets(v_types, v_quantities, 1, -1, 0) is not null then
    raise exception 'Held tickets are missing' using errcode = 'data_corrupted';
  end if;
  return true;
end
$$;

-- Ends due holds: their tickets are free again and their unpaid orders lapse. Nodes share the work by skipping what
-- another one has locked. Answers how many reservations ended. Those that keep offers of fans have nothing of the stock.
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
  if v_types is not null then
    if encore.move_tickets(v_types, v_quantities, 1, -1, 0) is not null then
      raise exception 'Held tickets are missing' using errcode = 'data_corrupted';
    end if;
  end if;
  if v_terms is not null then
    perform encore.give_back_terms(v_terms);
  end if;
  return cardinality(v_ids);
end
$$;
