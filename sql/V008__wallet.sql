-- The ledger: double entry, append-only. Every row of ledger_transfer moves one amount of one currency from a debited to a
-- credited account, so the books balance by construction; a transaction is a set of transfers under one unique key.
-- The only way in is the functions below (encore_app may read, not write).
--
-- Accounts of fans and payments are guarded: they carry a balance that can't go below zero, a sequence without gaps and
-- a hash chain, all on a row of their own. Accounts of the house have no such row, so nobody ever queues for one.

create table encore.ledger_account (
  id         bigint      generated always as identity,
  address    text        not null,
  owner_kind text        not null,
  owner      text        not null,
  kind       text        not null,
  currency   text        not null,
  opened_at  timestamptz not null default now(),
  constraint pk_ledger_account primary key (id),
  constraint uq_ledger_account_address unique (address),
  constraint ck_ledger_account_address check (address = owner_kind || ':' || owner || ':' || kind || ':' || currency),
  constraint ck_ledger_account_owner_kind check (owner_kind in ('fan', 'payment', 'house')),
  constraint ck_ledger_account_owner check (owner ~ '^[A-Za-z0-9_-]+$'),
  constraint ck_ledger_account_kind check (kind ~ '^[a-z_]+$'),
  constraint ck_ledger_account_currency check (currency ~ '^([A-Z]{3}|MED[1-9][0-9]*)$')
);

comment on table encore.ledger_account is
  'Who owns which purse: fan:4711:paid:DIA, fan:4711:medal:MED12, payment:PAY-1:suspense:JPY, house:tickets:revenue:EUR.';
comment on column encore.ledger_account.currency is 'ISO 4217, DIA for diamonds, MED and the artist''s number for medals of an artist.';

create table encore.ledger_balance (
  account_id    bigint not null,
  balance       bigint not null default 0,
  last_sequence bigint not null default 0,
  last_hash     bytea  not null default '\x',
  locked        boolean not null default false,
  constraint pk_ledger_balance primary key (account_id),
  constraint fk_ledger_balance_account_id foreign key (account_id) references encore.ledger_account (id),
  constraint ck_ledger_balance_not_negative check (balance >= 0),
  constraint ck_ledger_balance_last_sequence check (last_sequence >= 0)
) with (fillfactor = 70);

comment on table encore.ledger_balance is 'Credits less debits of a guarded account; its row is the lock of the account.';
comment on column encore.ledger_balance.locked is
  'On the purse of paid diamonds: nothing may be spent, because its fan owes diamonds. Kept here since who spends holds this row anyway.';

create table encore.ledger_transaction (
  id          bigint      generated always as identity,
  kind        text        not null,
  posting_key text        not null,
  reference   text        not null,
  digest      bytea       not null,
  posted_at   timestamptz not null,
  constraint pk_ledger_transaction primary key (id),
  constraint uq_ledger_transaction_posting_key unique (posting_key),
  constraint ck_ledger_transaction_kind check (kind ~ '^[a-z_.]{1,60}$'),
  constraint ck_ledger_transaction_posting_key check (length(posting_key) between 1 and 200),
  constraint ck_ledger_transaction_digest check (length(digest) = 32)
);

create index ix_ledger_transaction_reference on encore.ledger_transaction (reference);
create index ix_ledger_transaction_posted_at on encore.ledger_transaction using brin (posted_at);

comment on column encore.ledger_transaction.digest is 'SHA-256 of kind, key, reference and all transfers: what a repeated key is compared with.';

-- Accounts and transaction are checked by the posting function and proved by LedgerProof: foreign keys to nearly
-- constant house accounts would take a shared lock on them with every row.
create table encore.ledger_transfer (
  transaction_id    bigint   not null,
  line              smallint not null,
  debit_account_id  bigint   not null,
  credit_account_id bigint   not null,
  currency          text     not null,
  amount            bigint   not null,
  debit_sequence    bigint,
  debit_balance     bigint,
  debit_hash        bytea,
  credit_sequence   bigint,
  credit_balance    bigint,
  credit_hash       bytea,
  constraint pk_ledger_transfer primary key (transaction_id, line),
  constraint ck_ledger_transfer_amount check (amount > 0),
  constraint ck_ledger_transfer_accounts check (debit_account_id <> credit_account_id),
  constraint ck_ledger_transfer_debit check (num_nulls(debit_sequence, debit_balance, debit_hash) in (0, 3)),
  constraint ck_ledger_transfer_credit check (num_nulls(credit_sequence, credit_balance, credit_hash) in (0, 3))
);

create unique index uq_ledger_transfer_debit on encore.ledger_transfer (debit_account_id, debit_sequence) where debit_sequence is not null;
create unique index uq_ledger_transfer_credit on encore.ledger_transfer (credit_account_id, credit_sequence) where credit_sequence is not null;
create index ix_ledger_transfer_debit_money on encore.ledger_transfer (debit_account_id) where currency <> 'DIA';
create index ix_ledger_transfer_credit_money on encore.ledger_transfer (credit_account_id) where currency <> 'DIA';

comment on column encore.ledger_transfer.debit_hash is 'Chain of the debited account: SHA-256 of its previous hash and this movement; null for the house.';

-- What is in a fan's purse, by where it came from. The lock of all lots of a purse is the purse's row of ledger_balance.
-- No foreign keys, as on the journal: the functions below write what they have just read, and LedgerProof compares.
create table encore.lot (
  id             bigint      generated always as identity,
  purse_id       bigint      not null,
  transaction_id bigint      not null,
  source         text        not null,
  channel        text        not null,
  price_minor    bigint,
  currency       text,
  value_yen      bigint      not null default 0,
  issued         bigint      not null,
  unit_micro     bigint      generated always as (div(value_yen::numeric * 1000000, issued)) stored,
  remaining      bigint      not null,
  is_open        boolean     not null default true,
  issued_at      timestamptz not null,
  expires_at     timestamptz,
  constraint pk_lot primary key (id),
  constraint ck_lot_channel check (channel in ('WEB', 'IOS', 'ANDROID')),
  constraint ck_lot_price check (num_nulls(price_minor, currency) in (0, 2) and price_minor >= 0 and value_yen >= 0),
  constraint ck_lot_issued check (issued > 0),
  constraint ck_lot_remaining check (remaining between 0 and issued),
  constraint ck_lot_open check (is_open = (remaining > 0)),
  constraint ck_lot_bought_in_an_app_never_expires check (channel <> 'IOS' or price_minor is null or expires_at is null)
) with (fillfactor = 70);

-- Neither changes while a lot is used up, so that most changes of remaining stay on their page and touch no index.
create index ix_lot_purse_id on encore.lot (purse_id) where is_open;
create index ix_lot_expires_at on encore.lot (expires_at) where is_open and expires_at is not null;

comment on table encore.lot is 'One issue of diamonds or medals to a fan: what it cost, how much is left, when it ends.';
comment on column encore.lot.purse_id is 'The fan''s ledger_account: it says whose, paid, free or medal, and of which artist.';
comment on column encore.lot.transaction_id is 'The ledger''s transaction that issued it.';
comment on column encore.lot.price_minor is 'What was paid for the whole lot, in minor units; null for what was given.';
comment on column encore.lot.value_yen is 'What the whole lot costs in yen by our list: what other currencies are compared by, and what the law counts in.';
comment on column encore.lot.unit_micro is 'Millionths of a yen for one.';
comment on constraint ck_lot_bought_in_an_app_never_expires on encore.lot is
  'Apple, App Review Guidelines 3.1.1: credits bought with in-app purchase may not expire.';

create table encore.lot_movement (
  lot_id         bigint not null,
  transaction_id bigint not null,
  amount         bigint not null,
  constraint pk_lot_movement primary key (lot_id, transaction_id),
  constraint ck_lot_movement_amount check (amount > 0)
);

comment on table encore.lot_movement is 'What a transaction of the ledger took out of a lot: spent, expired or taken back.';

create trigger forbid_change before update or delete or truncate on encore.lot_movement
  for each statement execute function encore.forbid_change();
create trigger forbid_removal before delete or truncate on encore.lot
  for each statement execute function encore.forbid_change();
create trigger forbid_change before update or delete or truncate on encore.ledger_transfer
  for each statement execute function encore.forbid_change();
create trigger forbid_change before update or delete or truncate on encore.ledger_transaction
  for each statement execute function encore.forbid_change();
create trigger forbid_change before update or delete or truncate on encore.ledger_account
  for each statement execute function encore.forbid_change();
create trigger forbid_removal before delete or truncate on encore.ledger_balance
  for each statement execute function encore.forbid_change();

revoke insert, update, delete, truncate on encore.ledger_account, encore.ledger_balance, encore.ledger_transaction, encore.ledger_transfer,
  encore.lot, encore.lot_movement from encore_app;

-- Both sides of every transfer, signed: credits count up, debits down.
create view encore.ledger_leg as
  select transaction_id, line, debit_account_id as account_id, currency, -amount as movement,
         debit_sequence as sequence, debit_balance as balance_after, debit_hash as hash
    from encore.ledger_transfer
  union all
  select transaction_id, line, credit_account_id, currency, amount, credit_sequence, credit_balance, credit_hash
    from encore.ledger_transfer;

-- What is on each account of the house, by summing the journal. An asset (clearing) shows below zero.
create view encore.ledger_house_balance as
  select a.id as account_id, a.address, a.owner, a.kind, a.currency, coalesce(sum(l.movement), 0)::bigint as balance
    from encore.ledger_account a left join encore.ledger_leg l on l.account_id = a.id
   where a.owner_kind = 'house'
   group by a.id;

grant select on encore.ledger_leg, encore.ledger_house_balance to encore_app;

create function encore.ledger_digest(p_kind text, p_key text, p_reference text, p_debits text[], p_credits text[],
    p_currencies text[], p_amounts bigint[]) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(p_kind, p_key, p_reference,
    to_jsonb(p_debits), to_jsonb(p_credits), to_jsonb(p_currencies), to_jsonb(p_amounts))::text, 'UTF8'))
$$;

comment on function encore.ledger_digest is 'Fingerprint of a transaction: SHA-256 of a JSON array, so that no two contents share one text.';

create function encore.ledger_link(p_previous bytea, p_digest bytea, p_posted_at timestamptz, p_line int, p_movement bigint,
    p_sequence bigint, p_balance bigint) returns bytea language sql stable as $$
  select sha256(p_previous || p_digest || int8send((extract(epoch from p_posted_at) * 1000000)::bigint) || int4send(p_line)
    || int8send(p_movement) || int8send(p_sequence) || int8send(p_balance))
$$;

comment on function encore.ledger_link is 'One link of an account''s hash chain.';

create function encore.ledger_open(p_addresses text[]) returns void language plpgsql as $$
begin
  insert into encore.ledger_account (address, owner_kind, owner, kind, currency)
    select distinct a, split_part(a, ':', 1), split_part(a, ':', 2), split_part(a, ':', 3), split_part(a, ':', 4)
      from unnest(p_addresses) a
     where not exists (select from encore.ledger_account x where x.address = a)
     order by a
    on conflict do nothing;
  insert into encore.ledger_balance (account_id)
    select id from encore.ledger_account where address = any (p_addresses) and owner_kind <> 'house' order by id
    on conflict do nothing;
end
$$;

comment on function encore.ledger_open is 'Opens the accounts that do not exist yet, in the order of their addresses so that two never wait for each other.';

create function encore.ledger_move(p_account bigint, p_movement bigint, p_digest bytea, p_posted_at timestamptz, p_line int)
    returns encore.ledger_balance language sql as $$
  update encore.ledger_balance
     set balance = balance + p_movement,
         last_sequence = last_sequence + 1,
         last_hash = encore.ledger_link(last_hash, p_digest, p_posted_at, p_line, p_movement, last_sequence + 1, balance + p_movement)
   where account_id = p_account
  returning *
$$;

comment on function encore.ledger_move is 'Moves a guarded account''s balance and chain; null for an account of the house.';

create function encore.ledger_transfer(p_transaction bigint, p_digest bytea, p_posted_at timestamptz, p_line int, p_debit bigint,
    p_credit bigint, p_currency text, p_amount bigint) returns void language plpgsql as $$
declare
  debited  encore.ledger_balance;
  credited encore.ledger_balance;
begin
  debited := encore.ledger_move(p_debit, -p_amount, p_digest, p_posted_at, p_line);
  credited := encore.ledger_move(p_credit, p_amount, p_digest, p_posted_at, p_line);
  insert into encore.ledger_transfer (transaction_id, line, debit_account_id, credit_account_id, currency, amount,
      debit_sequence, debit_balance, debit_hash, credit_sequence, credit_balance, credit_hash)
    values (p_transaction, p_line, p_debit, p_credit, p_currency, p_amount,
      debited.last_sequence, debited.balance, debited.last_hash, credited.last_sequence, credited.balance, credited.last_hash);
end
$$;

-- Puts what a transaction credited to a fan's purse into a lot. p_terms: source, channel, price, currency, value, expires.
create function encore.lot_issue(p_purse bigint, p_transaction bigint, p_kind text, p_at timestamptz, p_amount bigint, p_terms jsonb)
    returns void language sql as $$
  insert into encore.lot (purse_id, transaction_id, source, channel, price_minor, currency, value_yen, issued, remaining, issued_at, expires_at)
    values (p_purse, p_transaction, coalesce(p_terms ->> 'source', p_kind), coalesce(p_terms ->> 'channel', 'WEB'),
      (p_terms ->> 'price')::bigint, p_terms ->> 'currency', coalesce((p_terms ->> 'value')::bigint, 0),
      p_amount, p_amount, p_at, (p_terms ->> 'expires')::timestamptz)
$$;

-- Takes what a transaction debited from a fan's purse out of its lots: soonest expiry first, then highest unit price, then
-- oldest; or only out of the lots that p_lots_of issued. What has expired can't be spent, only expire or be taken back.
create function encore.lot_take(p_purse bigint, p_transaction bigint, p_at timestamptz, p_amount bigint, p_lots_of bigint)
    returns void language plpgsql as $$
declare
  v_taken numeric;
begin
  with candidate as (
    select id, remaining, sum(remaining) over (order by expires_at nulls last, unit_micro desc, id) - remaining as before
      from encore.lot
     where purse_id = p_purse and is_open and (p_lots_of is null or transaction_id = p_lots_of)
       and (p_lots_of is not null or expires_at is null or expires_at > p_at)
  ), taken as (
    select id, least(remaining, p_amount - before)::bigint as amount from candidate where before < p_amount
  ), emptied as (
    update encore.lot l set remaining = l.remaining - t.amount, is_open = l.remaining > t.amount from taken t where l.id = t.id
  ), noted as (
    insert into encore.lot_movement (lot_id, transaction_id, amount) select id, p_transaction, amount from taken
  )
  select coalesce(sum(amount), 0) into v_taken from taken;
  if v_taken <> p_amount then
    raise exception 'Too little in the lots' using errcode = 'EN001', constraint = 'ck_ledger_balance_not_negative', table = 'lot';
  end if;
end
$$;

-- Posts a transaction and returns its id. A key that was posted before with the same content changes nothing and returns
-- the first id. Errors: EN001 (with constraint ck_ledger_balance_not_negative) or a check violation of that constraint when
-- a guarded account would go below zero, EN002 the key came with other content, EN003 not a posting at all.
-- Whatever comes into a fan's purse of diamonds or medals becomes a lot (p_terms: one element per transfer, or null), whatever
-- leaves it leaves its lots (p_lots_of: only those that this transaction issued).
create function encore.post_transaction(p_kind text, p_key text, p_reference text, p_debits text[], p_credits text[],
    p_currencies text[], p_amounts bigint[], p_terms jsonb default null, p_lots_of bigint default null) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  lines      int := cardinality(p_amounts);
  debits     bigint[];
  credits    bigint[];
  same_money boolean;
  v_digest   bytea := encore.ledger_digest(p_kind, p_key, p_reference, p_debits, p_credits, p_currencies, p_amounts);
  v_at       timestamptz;
  v_id       bigint;
  v_earlier  bytea;
  from_lots  boolean[];
  into_lots  boolean[];
begin
  if lines is null or lines = 0 or cardinality(p_debits) is distinct from lines or cardinality(p_credits) is distinct from lines
      or cardinality(p_currencies) is distinct from lines then
    raise exception 'A transaction needs transfers with two accounts, a currency and an amount each' using errcode = 'EN003';
  end if;
  for attempt in 1..2 loop
    select array_agg(d.id order by l.n), array_agg(c.id order by l.n), bool_and(d.currency = l.currency and c.currency = l.currency),
           array_agg(d.owner_kind = 'fan' and d.kind in ('paid', 'free', 'medal') order by l.n),
           array_agg(c.owner_kind = 'fan' and c.kind in ('paid', 'free', 'medal') order by l.n)
      into debits, credits, same_money, from_lots, into_lots
      from unnest(p_debits, p_credits, p_currencies) with ordinality l (debit, credit, currency, n)
      left join encore.ledger_account d on d.address = l.debit
      left join encore.ledger_account c on c.address = l.credit;
    exit when array_position(debits || credits, null) is null;
    perform encore.ledger_open(p_debits || p_credits);
  end loop;
  if same_money is distinct from true then
    raise exception 'A transfer and both its accounts have one currency' using errcode = 'EN003';
  end if;
  perform from encore.ledger_balance where account_id = any (debits || credits) order by account_id for update;
  v_at := clock_timestamp();
  insert into encore.ledger_transaction (kind, posting_key, reference, digest, posted_at)
    values (p_kind, p_key, p_reference, v_digest, v_at)
    on conflict do nothing returning id into v_id;
  if v_id is null then
    select id, digest into v_id, v_earlier from encore.ledger_transaction where posting_key = p_key;
    if v_earlier is distinct from v_digest then
      raise exception 'The key was posted with other content' using errcode = 'EN002';
    end if;
    return v_id;
  end if;
  for i in 1..lines loop
    perform encore.ledger_transfer(v_id, v_digest, v_at, i, debits[i], credits[i], p_currencies[i], p_amounts[i]);
    if into_lots[i] then
      perform encore.lot_issue(credits[i], v_id, p_kind, v_at, p_amounts[i], p_terms -> (i - 1));
    end if;
    if from_lots[i] then
      perform encore.lot_take(debits[i], v_id, v_at, p_amounts[i], p_lots_of);
    end if;
  end loop;
  return v_id;
end
$$;

-- What a key that was spent before had moved; null ids when the key is new. EN002 when it came with another wish.
create function encore.ledger_spent(p_account bigint, p_amount bigint, p_kind text, p_key text, p_reference text,
    out transaction_id bigint, out free_spent bigint, out paid_spent bigint, out lots jsonb) language plpgsql as $$
declare
  earlier encore.ledger_transaction;
begin
  select * into earlier from encore.ledger_transaction where posting_key = p_key;
  if not found then
    return;
  end if;
  select coalesce(sum(t.amount) filter (where d.kind = 'free'), 0), coalesce(sum(t.amount) filter (where d.kind = 'paid'), 0)
    into free_spent, paid_spent
    from encore.ledger_transfer t join encore.ledger_account d on d.id = t.debit_account_id
   where t.transaction_id = earlier.id and d.owner_kind = 'fan' and d.owner = p_account::text;
  if earlier.kind <> p_kind or earlier.reference <> p_reference or free_spent + paid_spent <> p_amount then
    raise exception 'The key was posted with other content' using errcode = 'EN002';
  end if;
  select coalesce(jsonb_agg(jsonb_build_array(l.id, m.amount) order by a.kind = 'paid', l.expires_at nulls last, l.unit_micro desc, l.id), '[]')
    into lots
    from encore.ledger_account a join encore.lot l on l.purse_id = a.id
    join encore.lot_movement m on m.lot_id = l.id and m.transaction_id = earlier.id
   where a.address in ('fan:' || p_account || ':free:DIA', 'fan:' || p_account || ':paid:DIA');
  transaction_id := earlier.id;
end
$$;

create type encore.ledger_step as (account_id bigint, transaction_id bigint, line int, movement bigint, digest bytea);

-- The links that movements add to the chains of their accounts, several per account if need be; nothing is written.
create function encore.ledger_chain(p_steps encore.ledger_step[], p_at timestamptz)
    returns table (account_id bigint, transaction_id bigint, line int, sequence bigint, balance bigint, hash bytea, newest boolean)
    language sql as $$
  with recursive step as materialized (
    select s.*, row_number() over account as n, count(*) over (partition by s.account_id) as last_n
      from unnest(p_steps) s window account as (partition by s.account_id order by s.transaction_id, s.line)
  ), link as (
    select s.account_id, s.transaction_id, s.line, s.n, s.last_n, b.last_sequence + 1 as sequence, b.balance + s.movement as balance,
           encore.ledger_link(b.last_hash, s.digest, p_at, s.line, s.movement, b.last_sequence + 1, b.balance + s.movement) as hash
      from step s join encore.ledger_balance b on b.account_id = s.account_id where s.n = 1
    union all
    select s.account_id, s.transaction_id, s.line, s.n, s.last_n, l.sequence + 1, l.balance + s.movement,
           encore.ledger_link(l.hash, s.digest, p_at, s.line, s.movement, l.sequence + 1, l.balance + s.movement)
      from link l join step s on s.account_id = l.account_id and s.n = l.n + 1
  )
  select account_id, transaction_id, line, sequence, balance, hash, n = last_n from link
$$;

-- Spends diamonds of many fans at once, free ones first unless only paid ones count, each kind by soonest expiry, then highest
-- unit price, then oldest. The fans must differ; their purses are locked in the order of their accounts. One line per wish,
-- n from 1. A wish that is refused changes nothing; a wish of 0 posts nothing; a key that was spent before answers as it
-- did then (EN002 when it came with another wish). Set-based: as many statements for 64 wishes as for one.
create function encore.spend_many(p_accounts bigint[], p_amounts bigint[], p_paid_only boolean[], p_kind text, p_keys text[],
    p_references text[])
    returns table (n int, transaction_id bigint, free_spent bigint, paid_spent bigint, lots jsonb, refusal text)
    language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off
    set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  sink_address constant text := 'house:diamonds:spent:DIA';
  sink_id   bigint;
  free_ids  bigint[];
  paid_ids  bigint[];
  v_at      timestamptz;
begin
  if array_position(p_amounts, null) is not null or 0 > any (p_amounts) then
    raise exception 'Only a number of diamonds can be spent' using errcode = 'EN003';
  end if;
  select array_agg(f.id order by w.n), array_agg(p.id order by w.n),
         (select id from encore.ledger_account where address = sink_address)
    into free_ids, paid_ids, sink_id
    from unnest(p_accounts) with ordinality w (account, n)
    left join encore.ledger_account f on f.address = 'fan:' || w.account || ':free:DIA'
    left join encore.ledger_account p on p.address = 'fan:' || w.account || ':paid:DIA';
  perform from encore.ledger_balance where account_id = any (free_ids || paid_ids) order by account_id for update;
  v_at := clock_timestamp();
  return query
  with wish as materialized (
    select w.*, e.id as earlier, coalesce(b.locked, false) as locked
      from unnest(p_accounts, p_amounts, p_paid_only, p_keys, p_references, free_ids, paid_ids)
        with ordinality w (account, amount, paid_only, key, reference, free_id, paid_id, n)
      left join encore.ledger_balance b on b.account_id = w.paid_id
      left join encore.ledger_transaction e on e.posting_key = w.key
  ), found as (
    select w.*, f.*, w.amount > 0 and f.free + f.paid = w.amount as enough
      from wish w cross join lateral (
        select coalesce(sum(t.amount) filter (where not t.paid), 0)::bigint as free,
               coalesce(sum(t.amount) filter (where t.paid), 0)::bigint as paid,
               array_agg(t.id order by t.before) as lot_ids, array_agg(t.amount order by t.before) as lot_amounts,
               jsonb_agg(jsonb_build_array(t.id, t.amount) order by t.before) as lots
          from (select l.id, l.paid, l.before, least(l.remaining, w.amount - l.before)::bigint as amount
                  from (select l.id, l.remaining, (l.purse_id = w.free_id) is not true as paid,
                               sum(l.remaining) over (order by (l.purse_id = w.free_id) is not true,
                                 l.expires_at nulls last, l.unit_micro desc, l.id) - l.remaining as before
                          from encore.lot l
                         where l.purse_id = any (array[case when not w.paid_only then w.free_id end, w.paid_id]) and l.is_open
                           and w.earlier is null and not w.locked and (l.expires_at is null or l.expires_at > v_at)) l
                 where l.before < w.amount) t) f
  ), deal as materialized (
    select f.*,
           case when f.enough then nextval('encore.ledger_transaction_id_seq') end as id,
           case when f.enough then encore.ledger_digest(p_kind, f.key, f.reference,
             array_remove(array[case when f.free > 0 then 'fan:' || f.account || ':free:DIA' end,
                                case when f.paid > 0 then 'fan:' || f.account || ':paid:DIA' end], null),
             case when f.free > 0 and f.paid > 0 then array[sink_address, sink_address] else array[sink_address] end,
             case when f.free > 0 and f.paid > 0 then array['DIA', 'DIA'] else array['DIA'] end,
             array_remove(array[f.free, f.paid], 0::bigint)) end as digest
      from found f
  ), posted as (
    insert into encore.ledger_transaction (id, kind, posting_key, reference, digest, posted_at) overriding system value
      select id, p_kind, key, reference, digest, v_at from deal where enough
  ), leg as (
    select d.id, d.digest, x.line, x.purse_id, x.amount
      from deal d cross join lateral (values (1, d.free_id, d.free), (case when d.free > 0 then 2 else 1 end, d.paid_id, d.paid))
        x (line, purse_id, amount)
     where d.enough and x.amount > 0
  ), moved as (
    update encore.ledger_balance b
       set balance = b.balance - l.amount,
           last_sequence = b.last_sequence + 1,
           last_hash = encore.ledger_link(b.last_hash, l.digest, v_at, l.line, -l.amount, b.last_sequence + 1, b.balance - l.amount)
      from leg l where b.account_id = l.purse_id
    returning l.id, l.line, l.amount, b.account_id, b.balance, b.last_sequence, b.last_hash
  ), journal as (
    insert into encore.ledger_transfer (transaction_id, line, debit_account_id, credit_account_id, currency, amount,
        debit_sequence, debit_balance, debit_hash)
      select id, line, account_id, sink_id, 'DIA', amount, last_sequence, balance, last_hash from moved
  ), emptied as (
    update encore.lot l set remaining = l.remaining - t.amount, is_open = l.remaining > t.amount
      from deal d cross join lateral unnest(d.lot_ids, d.lot_amounts) t (id, amount) where d.enough and l.id = t.id
  ), noted as (
    insert into encore.lot_movement (lot_id, transaction_id, amount)
      select t.id, d.id, t.amount from deal d cross join lateral unnest(d.lot_ids, d.lot_amounts) t (id, amount) where d.enough
  ), again as (
    select w.n, s.* from wish w cross join lateral encore.ledger_spent(w.account, w.amount, p_kind, w.key, w.reference) s
     where w.earlier is not null
  )
  select w.n::int, coalesce(w.id, s.transaction_id), case when w.enough then w.free else s.free_spent end,
         case when w.enough then w.paid else s.paid_spent end,
         coalesce(case when w.enough then w.lots end, s.lots, '[]'),
         case when w.enough or w.earlier is not null then null when w.locked then 'wallet.locked'
              when w.amount > 0 then 'wallet.balance_too_low' end
    from deal w left join again s on s.n = w.n
   order by w.n;
end
$$;

comment on function encore.spend_many is 'The hottest SQL there is: every statement of it must stay one for any number of wishes.';

-- Spends one fan's diamonds and tells how many of each. Safe to repeat with the same key. Errors as of post_transaction, and
-- EN004 when the wallet is locked.
create function encore.spend_diamonds(p_account bigint, p_amount bigint, p_kind text, p_key text, p_reference text,
    out transaction_id bigint, out free_spent bigint, out paid_spent bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  refused text;
begin
  if p_amount is null or p_amount <= 0 then
    raise exception 'Only a positive number of diamonds can be spent' using errcode = 'EN003';
  end if;
  select s.transaction_id, s.free_spent, s.paid_spent, s.refusal into transaction_id, free_spent, paid_spent, refused
    from encore.spend_many(array[p_account], array[p_amount], array[false], p_kind, array[p_key], array[p_reference]) s;
  if refused = 'wallet.locked' then
    raise exception 'The wallet is locked' using errcode = 'EN004';
  elsif refused is not null then
    raise exception 'Too few diamonds' using errcode = 'EN001', constraint = 'ck_ledger_balance_not_negative', table = 'ledger_balance';
  end if;
end
$$;

-- Gives medals of artists to many fans at once, a line per gift; a key that was posted before changes nothing. Medals that
-- come several times to one fan are several gifts. Purses are locked in the order of their accounts.
create function encore.grant_medals_many(p_accounts bigint[], p_artists bigint[], p_amounts bigint[], p_kind text, p_keys text[],
    p_references text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  sources text[];
  purses  text[];
  v_at    timestamptz;
begin
  if 0 >= any (p_amounts) then
    raise exception 'Only a positive number of medals can be given' using errcode = 'EN003';
  end if;
  select array_agg('house:draws:issued:MED' || artist order by n), array_agg('fan:' || account || ':medal:MED' || artist order by n)
    into sources, purses
    from unnest(p_accounts, p_artists) with ordinality w (account, artist, n);
  if exists (select from unnest(sources || purses) a where not exists (select from encore.ledger_account x where x.address = a)) then
    perform encore.ledger_open(sources || purses);
  end if;
  perform from encore.ledger_balance b
    where b.account_id in (select id from encore.ledger_account where address = any (purses)) order by b.account_id for update;
  v_at := clock_timestamp();
  with gift as materialized (
    select w.n, w.amount, w.key, w.reference, 'MED' || w.artist as currency, p.id as purse_id, h.id as source_id,
           encore.ledger_digest(p_kind, w.key, w.reference, array[w.source], array[w.purse], array['MED' || w.artist], array[w.amount])
             as digest
      from unnest(p_artists, p_amounts, p_keys, p_references, sources, purses)
        with ordinality w (artist, amount, key, reference, source, purse, n)
      join encore.ledger_account p on p.address = w.purse
      join encore.ledger_account h on h.address = w.source
  ), posted as (
    insert into encore.ledger_transaction (kind, posting_key, reference, digest, posted_at)
      select p_kind, key, reference, digest, v_at from gift order by n
      on conflict do nothing returning id, posting_key
  ), chain as (
    select * from encore.ledger_chain((select array_agg(row(g.purse_id, p.id, 1, g.amount, g.digest)::encore.ledger_step order by p.id)
      from gift g join posted p on p.posting_key = g.key), v_at)
  ), moved as (
    update encore.ledger_balance b set balance = c.balance, last_sequence = c.sequence, last_hash = c.hash
      from chain c where b.account_id = c.account_id and c.newest
  ), journal as (
    insert into encore.ledger_transfer (transaction_id, line, debit_account_id, credit_account_id, currency, amount,
        credit_sequence, credit_balance, credit_hash)
      select p.id, 1, g.source_id, g.purse_id, g.currency, g.amount, c.sequence, c.balance, c.hash
        from gift g join posted p on p.posting_key = g.key join chain c on c.transaction_id = p.id
  )
  insert into encore.lot (purse_id, transaction_id, source, channel, issued, remaining, issued_at)
    select g.purse_id, p.id, p_kind, 'WEB', g.amount, g.amount, v_at from gift g join posted p on p.posting_key = g.key;
end
$$;

select encore.ledger_open(array['house:diamonds:spent:DIA']);

revoke execute on function encore.ledger_open, encore.ledger_move, encore.ledger_transfer, encore.ledger_spent, encore.ledger_chain,
  encore.lot_issue, encore.lot_take, encore.post_transaction, encore.spend_many, encore.spend_diamonds, encore.grant_medals_many
  from public;
grant execute on function encore.post_transaction, encore.spend_many, encore.spend_diamonds, encore.grant_medals_many to encore_app;
