-- A chain is opened only for the fan who asks for its commitment, so that she chooses her seed after the server's is public.
-- draw_open calls this without seeds: where nobody asked it finds no chain, and the draw is refused.

create or replace function encore.open_chains(p_accounts bigint[], p_groups text[], p_seeds bytea[], p_at timestamptz) returns void
    language sql as $$
  with wanted as (
    select w.account_id, w.group_code, w.seed, last.epoch, last.commitment, last.state
      from unnest(p_accounts, p_groups, p_seeds) as w (account_id, group_code, seed)
      left join lateral (
        select c.epoch, c.commitment, c.state, c.revealed_at from encore.draw_chain c
         where c.account_id = w.account_id and c.group_code = w.group_code order by c.epoch desc limit 1) last on true
     where w.seed is not null and (last.epoch is null or last.revealed_at is not null)),
  opened as (
    insert into encore.draw_chain (account_id, group_code, epoch, commitment, server_seed, state, previous, opened_at)
      select account_id, group_code, coalesce(epoch, 0) + 1, encode(sha256(seed), 'hex'), seed, coalesce(state, '{}'), commitment, p_at
        from wanted order by account_id, group_code
      on conflict do nothing
      returning commitment, group_code, previous)
  insert into encore.fairness_leaf (kind, body, hash)
    select 'seed-committed', body, encore.leaf_hash(body)
      from opened, lateral (select '{"chain":"' || commitment || '","group":"' || group_code || '"'
             || coalesce(',"previous":"' || previous || '"', '') || '}' as body) written
$$;
