-- Draws. A fan's draws in one group of banners make a chain: one committed server seed, nonces without gaps, and the state
-- (pity, points, steps) that each draw takes from the one before.

create table encore.draw_chain (
  id           bigint      generated always as identity,
  account_id   bigint      not null,
  group_code   text        not null,
  epoch        integer     not null,
  commitment   text        not null,
  server_seed  bytea       not null,
  next_nonce   bigint      not null default 0,
  state        text        not null default '{}',
  previous     text,
  opened_at    timestamptz not null,
  revealed_at  timestamptz,
  constraint pk_draw_chain primary key (id),
  constraint uq_draw_chain_account_id_group_code_epoch unique (account_id, group_code, epoch),
  constraint uq_draw_chain_commitment unique (commitment),
  constraint ck_draw_chain_commitment check (commitment = encode(sha256(server_seed), 'hex')),
  constraint ck_draw_chain_server_seed check (length(server_seed) = 32),
  constraint ck_draw_chain_group_code check (group_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint ck_draw_chain_next_nonce check (next_nonce >= 0),
  constraint ck_draw_chain_previous check ((previous is null) = (epoch = 1)),
  constraint fk_draw_chain_account_id foreign key (account_id) references encore.account (id)
) with (fillfactor = 60);

comment on table encore.draw_chain is 'Its row is the lock of a fan''s draws in a group. The seed is secret until revealed_at.';

create unique index uq_draw_chain_open on encore.draw_chain (account_id, group_code) where revealed_at is null;

create function encore.draw_chain_keeps_its_word() returns trigger language plpgsql as $$
begin
  if (new.id, new.account_id, new.group_code, new.epoch, new.commitment, new.opened_at)
      is distinct from (old.id, old.account_id, old.group_code, old.epoch, old.commitment, old.opened_at)
      or new.next_nonce < old.next_nonce or old.revealed_at is not null then
    raise exception 'A committed chain cannot be changed' using errcode = 'check_violation', constraint = 'ck_draw_chain_is_committed';
  end if;
  return new;
end
$$;

create trigger draw_chain_keeps_its_word before update on encore.draw_chain
  for each row execute function encore.draw_chain_keeps_its_word();
create trigger draw_chain_stays before delete or truncate on encore.draw_chain
  for each statement execute function encore.forbid_change();

-- Append-only; a prize chosen for points (kind POINTS) has its place in the chain like any other. The last one of a box comes
-- in addition to the quantity. No foreign keys: banner, odds and items are few rows that all fans share and are never deleted; the chain is
-- locked by whoever writes here; the nightly replay proves them all.
create table encore.draw (
  id                    bigint      generated always as identity,
  code                  text        not null,
  account_id            bigint      not null,
  chain_id              bigint      not null,
  nonce                 bigint      not null,
  banner_id             bigint      not null,
  odds_table_id         bigint      not null,
  leaf_id               bigint      not null,
  call_key              text        not null,
  request_hash          text        not null,
  client_seed           text        not null,
  kind                  text        not null,
  quantity              smallint    not null,
  items                 bigint[]    not null,
  ledger_transaction_id bigint,
  free_spent            bigint      not null,
  paid_spent            bigint      not null,
  lots                  jsonb       not null,
  drawn_at              timestamptz not null,
  constraint pk_draw primary key (id),
  constraint uq_draw_code unique (code),
  constraint uq_draw_chain_id_nonce unique (chain_id, nonce),
  constraint uq_draw_account_id_call_key unique (account_id, call_key),
  constraint ck_draw_kind check (kind in ('PAID', 'FREE', 'POINTS')),
  constraint ck_draw_quantity check (quantity between 1 and 10 and cardinality(items) >= quantity),
  constraint ck_draw_client_seed check (client_seed ~ '^[!-~]{1,64}$'),
  constraint ck_draw_spent check (free_spent >= 0 and paid_spent >= 0
    and (kind = 'PAID') = (free_spent + paid_spent > 0) and (kind = 'PAID') = (ledger_transaction_id is not null))
);

create index ix_draw_account_id_id on encore.draw (account_id, id);
create index ix_draw_banner_id_id on encore.draw (banner_id, id);
create index ix_draw_drawn_at on encore.draw using brin (drawn_at);

do $$
begin
  revoke update, delete, truncate on encore.draw from encore_app;
  create trigger draw_is_append_only before update or delete or truncate on encore.draw
    for each statement execute function encore.forbid_change();
end
$$;

-- How many draws were refused and why; the log tells it with every checkpoint, so that nobody can refuse in silence.
create table encore.draw_refusal (
  banner_code text   not null,
  reason      text   not null,
  refused     bigint not null,
  announced   bigint not null default 0,
  constraint pk_draw_refusal primary key (banner_code, reason),
  constraint ck_draw_refusal_refused check (refused >= announced and announced >= 0)
);

-- Opens a chain for each (fan, group) that has no open one, when she asks for its commitment: she chooses her seed after the
-- server's is public. A later chain takes over the state of the one before.
create function encore.open_chains(p_accounts bigint[], p_groups text[], p_seeds bytea[], p_at timestamptz) returns void
    language sql as $$
  with wanted as (
    select w.account_id, w.group_code, w.seed, last.epoch, last.commitment, last.state
      from unnest(p_accounts, p_groups, p_seeds) as w (account_id, group_code, seed)
      left join lateral (
        select c.epoch, c.commitment, c.state, c.revealed_at from encore.draw_chain c
         where c.account_id = w.account_id and c.group_code = w.group_code order by c.epoch desc limit 1) last on true
     where last.epoch is null or last.revealed_at is not null),
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

-- First half of many draws: locks the chains in one order and tells where they stand. A key that made a draw before comes
-- back with that draw. Accounts are distinct; who never asked for a commitment has no chain and does not come back.
create function encore.draw_open(p_accounts bigint[], p_groups text[], p_keys text[])
    returns table (n bigint, chain_id bigint, commitment text, server_seed bytea, nonce bigint, state text,
      earlier_code text, earlier_hash text, country text, birth_date date)
    language plpgsql set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  perform from unnest(p_accounts, p_groups) as w (account_id, group_code)
    join encore.draw_chain c on c.account_id = w.account_id and c.group_code = w.group_code and c.revealed_at is null
   order by c.account_id for update of c;
  return query
    select w.n, c.id, c.commitment, c.server_seed, c.next_nonce, c.state, d.code, d.request_hash, a.country, a.birth_date
      from unnest(p_accounts, p_groups, p_keys) with ordinality as w (account_id, group_code, call_key, n)
      join encore.account a on a.id = w.account_id
      join encore.draw_chain c on c.account_id = w.account_id and c.group_code = w.group_code and c.revealed_at is null
      left join encore.draw d on d.account_id = w.account_id and d.call_key = w.call_key;
end
$$;

-- Second half: spends, and for every draw that could be paid writes its leaf and its row, moves its chain and grants the
-- prizes. What could not be paid comes back with the refusal's code and has changed nothing. Prizes are flat: p_prizes[i]
-- belongs to draw p_prize_of[i]. A leaf's body is head || ledger and lots || tail.
create function encore.draw_commit(p_accounts bigint[], p_chains bigint[], p_nonces bigint[], p_codes text[], p_keys text[],
    p_hashes text[], p_banners bigint[], p_odds bigint[], p_kinds text[], p_quantities int[], p_prices bigint[], p_paid_only boolean[],
    p_client_seeds text[], p_states text[], p_prizes bigint[], p_prize_of int[], p_heads text[], p_tails text[], p_at timestamptz)
    returns table (n int, transaction_id bigint, free_spent bigint, paid_spent bigint, lots jsonb, refusal text)
    language plpgsql set plan_cache_mode = force_generic_plan set jit = off as $$
#variable_conflict use_column
begin
  return query
  with spent as materialized (
    select * from encore.spend_many(p_accounts, p_prices, p_paid_only, 'gacha.draw',
      (select array_agg('draw:' || code order by k) from unnest(p_codes) with ordinality as c (code, k)), p_codes)),
  drawn as materialized (
    select w.*, s.transaction_id, coalesce(s.free_spent, 0) as free_spent, coalesce(s.paid_spent, 0) as paid_spent, s.lots,
           array(select i.item from unnest(p_prizes, p_prize_of) with ordinality as i (item, of, slot)
                  where i.of = w.n order by i.slot) as items,
           w.head || coalesce('"ledger":' || s.transaction_id || ',', '') || '"lots":' || replace(s.lots::text, ' ', '') || ',' || w.tail as body
      from spent s
      join unnest(p_accounts, p_chains, p_nonces, p_codes, p_keys, p_hashes, p_banners, p_odds, p_kinds,
             p_quantities, p_client_seeds, p_states, p_heads, p_tails)
           with ordinality as w (account_id, chain_id, nonce, code, call_key, request_hash, banner_id, odds_table_id, kind,
             quantity, client_seed, state, head, tail, n)
        on w.n = s.n
     where s.refusal is null),
  leaf as (
    insert into encore.fairness_leaf (kind, body, hash) select case kind when 'POINTS' then 'exchange' else 'draw' end, body, encore.leaf_hash(body) from drawn order by drawn.n
    returning id, body),
  written as (
    insert into encore.draw (code, account_id, chain_id, nonce, banner_id, odds_table_id, leaf_id, call_key, request_hash, client_seed,
        kind, quantity, items, ledger_transaction_id, free_spent, paid_spent, lots, drawn_at)
      select d.code, d.account_id, d.chain_id, d.nonce, d.banner_id, d.odds_table_id, l.id, d.call_key, d.request_hash, d.client_seed,
             d.kind, d.quantity, d.items, d.transaction_id, d.free_spent, d.paid_spent, d.lots, p_at
        from drawn d join leaf l on l.body = d.body order by d.n),
  moved as (
    update encore.draw_chain c set next_nonce = c.next_nonce + 1, state = d.state
      from drawn d where c.id = d.chain_id and c.next_nonce = d.nonce and c.revealed_at is null returning c.id),
  granted as materialized (
    select g.* from (select array_agg(d.account_id order by d.n, i.slot) as accounts, array_agg(i.item order by d.n, i.slot) as items
                       from drawn d cross join unnest(d.items) with ordinality as i (item, slot)) got
      cross join lateral encore.grant_many(got.accounts, got.items, p_at) g
     where got.accounts is not null),
  medals as materialized (
    select encore.grant_medals_many(array_agg(m.account_id order by d.n, m.artist_id), array_agg(m.artist_id order by d.n, m.artist_id),
             array_agg(m.amount order by d.n, m.artist_id), 'gacha.duplicate',
             array_agg('draw:' || d.code || ':medals:' || m.artist_id order by d.n, m.artist_id), array_agg(d.code order by d.n, m.artist_id))
      from (select g.account_id, g.artist_id, sum(g.medals)::bigint as amount from granted g where g.medals > 0 group by 1, 2) m
      join drawn d on d.account_id = m.account_id
    having count(*) > 0)
  select s.n, s.transaction_id, coalesce(s.free_spent, 0), coalesce(s.paid_spent, 0), s.lots,
         case when s.refusal is null and (select count(*) from moved) <> (select count(*) from drawn) then 'gacha.chain_moved' else s.refusal end
    from spent s where (select count(*) from medals) is not null order by s.n;
end
$$;

comment on function encore.draw_commit is 'Planned once for any number of draws: planning costs more than a draw. The caller rolls back when a refusal is gacha.chain_moved: the chains were not locked by draw_open.';

-- Tells the seeds of open chains, in the log and for good; how many they were.
create function encore.reveal_chains(p_chains bigint[], p_at timestamptz) returns bigint language sql as $$
  with revealed as (
    update encore.draw_chain set revealed_at = p_at where id = any (p_chains) and revealed_at is null
    returning commitment, next_nonce, server_seed),
  leaf as (
    insert into encore.fairness_leaf (kind, body, hash)
      select 'seed-revealed', body, encore.leaf_hash(body)
        from revealed, lateral (select '{"chain":"' || commitment || '","draws":' || next_nonce || ',"seed":"'
               || encode(server_seed, 'hex') || '"}' as body) written
      returning 1)
  select count(*) from leaf
$$;

-- What is left of prizes that all fans of a banner share. Draws lock its rows before they choose.
create table encore.banner_stock (
  banner_id bigint not null,
  item_id   bigint not null,
  issued    bigint not null,
  remaining bigint not null,
  constraint pk_banner_stock primary key (banner_id, item_id),
  constraint ck_banner_stock_remaining check (remaining between 0 and issued),
  constraint fk_banner_stock_banner_id foreign key (banner_id) references encore.banner (id),
  constraint fk_banner_stock_item_id foreign key (item_id) references encore.item (id)
) with (fillfactor = 50);
