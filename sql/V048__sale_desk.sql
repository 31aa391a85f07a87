-- Many fans' orders in one transaction: each placed from a hold that lives, and sold at once where nothing is to be paid.

-- Orders that concern nothing but their reservation: no voucher, nothing asked, nobody perhaps too young, no ticket that a
-- fan sells on. Whoever gets no row must come alone and is told why, or waits there for the lock that somebody else has.
-- The plan must not depend on how small the tables were when a session first came by.
create function encore.place_orders(
  p_codes text[], p_accounts bigint[], p_reservations text[], p_provider text, p_holders text[], p_phones text[],
  p_keys text[], p_hashes text[], p_now timestamptz)
returns table (o_n integer, o_code text, o_total bigint, o_currency text, o_title text)
language plpgsql rows 64
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  return query
  with held as (
    select w.n, w.code, w.holder, w.phone, w.key, w.hash, r.id, r.account_id, r.event_id, r.currency, e.title
      from unnest(p_codes, p_accounts, p_reservations, p_holders, p_phones, p_keys, p_hashes) with ordinality
             as w (code, account, reservation, holder, phone, key, hash, n)
      join encore.ticket_reservation r on r.code = w.reservation and r.account_id = w.account
      join encore.live_event e on e.id = r.event_id
     where r.status = 'HELD' and r.expires_at > p_now and r.resale_offer_id is null
       and not exists (select from encore.event_question q where q.event_id = r.event_id and not q.retired)
       and (e.min_age = 0 or exists (select from encore.account a where a.id = r.account_id and a.birth_date is null))
     order by r.id for update of r skip locked),
  placed as (
    insert into encore.ticket_order
        (code, account_id, event_id, reservation_id, status, currency, tickets_minor, fee_minor, total_minor, provider,
         holder_name, phone, call_key, request_hash, placed_at, paid_at)
      select h.code, h.account_id, h.event_id, h.id, case when s.tickets + s.fees = 0 then 'PAID' else 'OPEN' end,
             h.currency, s.tickets, s.fees, s.tickets + s.fees, p_provider, h.holder, h.phone, h.key, h.hash, p_now,
             case when s.tickets + s.fees = 0 then p_now end
        from held h
        cross join lateral (select sum(l.price_minor * l.quantity) as tickets, sum(l.fee_minor * l.quantity) as fees
                              from encore.reservation_line l where l.reservation_id = h.id) s
      on conflict do nothing
      returning id, code, reservation_id, total_minor),
  lines as (
    insert into encore.order_line (order_id, ticket_type_id, quantity, price_minor, fee_minor, promo_minor, part_of)
      select p.id, l.ticket_type_id, l.quantity, l.price_minor, l.fee_minor, l.promo_minor, l.part_of
        from placed p join encore.reservation_line l on l.reservation_id = p.reservation_id),
  sold as (
    update encore.ticket_reservation r set status = 'SOLD'
      from placed p where r.id = p.reservation_id and p.total_minor = 0)
  select h.n::integer, p.code, p.total_minor, h.currency, h.title from placed p join held h on h.code = p.code;
end
$$;

-- the same order as the index of the search, which has the id besides
drop index encore.ix_ticket_order_placed_at;

-- The next row of a queue. A plan by any other index reads all that waits, and the first sessions would keep it from when
-- the table was empty.
create function encore.claim_message(p_queue text, p_now timestamptz, p_lease timestamptz)
returns setof encore.outbox_message language plpgsql rows 1
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
begin
  return query
  with due as (
    select id from encore.outbox_message
     where queue = p_queue and state = 'PENDING' and due_at <= p_now
     order by due_at, id limit 1 for update skip locked),
  claimed as (
    update encore.outbox_message m
       set state = 'SENDING', lease_until = p_lease, attempts = attempts + 1, tries_left = greatest(tries_left - 1, 0)
      from due where m.id = due.id
    returning m.*),
  noted as (
    insert into encore.outbox_attempt (message_id, number, outcome, recorded_at)
      select id, attempts, 'STARTED', p_now from claimed)
  select * from claimed;
end
$$;
