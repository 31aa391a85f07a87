-- Many fans' holds in one transaction: what a transaction costs is shared, and the hot row changes once for all of them.

-- Rises whenever what is for sale changes, so that a node may remember an offer and the hold itself finds out whether
-- it remembers right.
alter table encore.live_event add column edition bigint not null default 0;
comment on column encore.live_event.edition is 'Rises with every change of the event and its ticket types. Written by triggers.';

create function encore.next_edition() returns trigger language plpgsql as $$
begin
  new.edition := old.edition + 1;
  return new;
end
$$;
create trigger next_edition before update on encore.live_event for each row execute function encore.next_edition();

create function encore.offer_changed() returns trigger language plpgsql as $$
begin
  update encore.live_event set edition = edition where id = coalesce(new.event_id, old.event_id);
  return null;
end
$$;
create trigger offer_changed after insert or update or delete on encore.ticket_type
  for each row execute function encore.offer_changed();

-- Holds of plain tickets: no seats, no code, no limit per person. The wishes are numbered from 1; p_line_of tells whose
-- line it is. Every wish gets the answer that hold_tickets gives, or STALE when the event has another edition than the
-- wish was priced by: nothing has happened then. One wish's refusal never harms another: when they can't all be
-- fulfilled together, each is tried alone, in their order.
create function encore.hold_many(
  p_codes text[], p_accounts bigint[], p_events bigint[], p_editions bigint[], p_currencies text[], p_keys text[],
  p_hashes text[], p_nows text[], p_expires text[],
  p_line_of integer[], p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[])
returns table (o_n integer, o_outcome text, o_code text, o_hash text, o_short bigint)
language plpgsql rows 64 as $$
declare
  v_together boolean;
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
  if v_together and encore.move_tickets(p_types, p_quantities, -1, 1, 0) is null then
    with held as (
      insert into encore.ticket_reservation
          (code, account_id, event_id, currency, status, call_key, request_hash, created_at, expires_at)
        select w.code, w.account, w.event, w.currency, 'HELD', w.key, w.hash, w.now::timestamptz, w.expires::timestamptz
          from unnest(p_codes, p_accounts, p_events, p_currencies, p_keys, p_hashes, p_nows, p_expires)
            as w (code, account, event, currency, key, hash, now, expires)
        on conflict (account_id, call_key) do nothing
        returning id, code),
    lines as (
      insert into encore.reservation_line (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)
        select held.id, line.ticket_type, line.quantity, line.price, line.fee
          from unnest(p_line_of, p_types, p_quantities, p_prices, p_fees) as line (of, ticket_type, quantity, price, fee)
          join held on held.code = p_codes[line.of])
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
      array(select fee from unnest(p_line_of, p_fees) with ordinality as l (of, fee, place) where of = n order by place)) as alone;
end
$$;

-- One of them: as hold_tickets, if the offer is still what it was priced by.
create function encore.hold_alone(
  p_code text, p_account bigint, p_event bigint, p_edition bigint, p_currency text, p_key text, p_hash text,
  p_now timestamptz, p_expires timestamptz, p_types bigint[], p_quantities integer[], p_prices bigint[], p_fees bigint[],
  out o_outcome text, out o_code text, out o_hash text, out o_short bigint)
language plpgsql as $$
begin
  if exists (select from encore.live_event where id = p_event and edition = p_edition) then
    select held.* into o_outcome, o_code, o_hash, o_short
      from encore.hold_tickets(p_code, p_account, p_event, p_currency, p_key, p_hash, p_now, p_expires,
                               p_types, p_quantities, p_prices, p_fees) as held;
  else
    o_outcome := 'STALE';
  end if;
end
$$;

-- the rules of a type that are kept beside it
create function encore.rule_changed() returns trigger language plpgsql as $$
begin
  update encore.live_event e set edition = edition from encore.ticket_type t
   where e.id = t.event_id
     and t.id = any (array[(to_jsonb(new) ->> tg_argv[0])::bigint, (to_jsonb(old) ->> tg_argv[0])::bigint]);
  return null;
end
$$;
create trigger rule_changed after insert or update or delete on encore.presale
  for each row execute function encore.rule_changed('ticket_type_id');
create trigger rule_changed after insert or update or delete on encore.bundle_part
  for each row execute function encore.rule_changed('bundle_type_id');

-- fees and taxes: of a type, of an event, or of all events that sell in a currency
create function encore.pricing_changed() returns trigger language plpgsql as $$
declare
  v_event bigint := coalesce(new.event_id, old.event_id);
  v_type  bigint := coalesce(new.ticket_type_id, old.ticket_type_id);
begin
  update encore.live_event set edition = edition
   where id = coalesce(v_event, (select event_id from encore.ticket_type where id = v_type), id)
     and (v_event is not null or v_type is not null or ends_at > now());
  return null;
end
$$;
create trigger pricing_changed after insert or update or delete on encore.fee_rule
  for each row execute function encore.pricing_changed();
create trigger pricing_changed after insert or update or delete on encore.tax_rule
  for each row execute function encore.pricing_changed();
