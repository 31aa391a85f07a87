-- Scans of many doors in one transaction. Nobody waits here for what somebody else has locked: a ticket that is being
-- refunded or a request that is being repeated holds up no door, it is to be tried alone. So no two of these can wait for
-- each other either. o_n is the scan's place from 1; no row for a scan whose event or list is unknown or not open to the
-- caller.
create function encore.check_in_many(
  p_slugs text[], p_accounts bigint[], p_any_events boolean[], p_devices bigint[], p_lists text[], p_directions text[],
  p_codes text[], p_issues integer[], p_windows bigint[], p_entries text[], p_gates text[], p_nonces text[],
  p_hashes text[], p_nows text[])
returns table (o_n integer, o_alone boolean, o_scan encore.scan)
language plpgsql rows 64
set enable_seqscan to off as $$
declare
  v_free text[];
  v_now  timestamptz;
begin
  with free as (
    select code from encore.ticket where code = any (p_codes) order by id for no key update skip locked)
  select coalesce(array_agg(code), '{}') into v_free from free;
  for v_n in 1 .. cardinality(p_codes) loop
    o_n := v_n;
    o_alone :=
      p_codes[o_n] <> all (v_free) and exists (select 1 from encore.ticket where code = p_codes[o_n])
      or not pg_try_advisory_xact_lock(hashtextextended(p_accounts[o_n] || ' ' || p_nonces[o_n], 16));
    if o_alone then
      o_scan := null;
    else
      v_now := p_nows[o_n]::timestamptz;
      o_scan := encore.check_in(
        p_slugs[o_n], p_accounts[o_n], p_any_events[o_n], p_devices[o_n], p_lists[o_n], p_directions[o_n], p_codes[o_n],
        p_issues[o_n], p_windows[o_n], p_entries[o_n], p_gates[o_n], p_nonces[o_n], p_hashes[o_n], v_now, null, v_now, null);
    end if;
    if o_alone or o_scan.id is not null then
      return next;
    end if;
  end loop;
end
$$;
