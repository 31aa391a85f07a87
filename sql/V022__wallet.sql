-- What happens to lots besides spending: taken back and owed, expired, announced. And how much a fan may buy a month.

-- Diamonds owed are credits of the fan's guarded account "owed": a purse never goes below zero, and what is owed neither.
create function encore.wallet_lock(p_account bigint) returns void language sql as $$
  update encore.ledger_balance
     set locked = exists (select from encore.ledger_account a join encore.ledger_balance b on b.account_id = a.id
                           where a.address = 'fan:' || p_account || ':owed:DIA' and b.balance > 0)
   where account_id = (select id from encore.ledger_account where address = 'fan:' || p_account || ':paid:DIA')
$$;

create function encore.wallet_hold(p_account bigint) returns void language plpgsql as $$
begin
  perform from encore.ledger_balance
    where account_id in (select id from encore.ledger_account
                          where address = any (array['fan:' || p_account || ':free:DIA', 'fan:' || p_account || ':paid:DIA',
                                                     'fan:' || p_account || ':owed:DIA']))
    order by account_id for update;
end
$$;

comment on function encore.wallet_hold is 'Locks a fan''s purses of diamonds, in the order of their accounts.';

-- Takes a purchase back whose money went back: what is left of its lots leaves the purses, what was spent is owed, and who owes
-- can't spend. What has expired is neither. Nothing for a purchase that was never delivered; safe to repeat with the same key.
create function encore.take_back(p_account bigint, p_delivery_key text, p_kind text, p_key text, p_reference text,
    out taken bigint, out owed bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  delivery bigint;
  v_paid   bigint;
  v_free   bigint;
  lines    int;
begin
  taken := 0;
  owed := 0;
  perform encore.wallet_hold(p_account);
  select id into delivery from encore.ledger_transaction where posting_key = p_delivery_key;
  if delivery is null or exists (select from encore.ledger_transaction where posting_key = p_key) then
    return;
  end if;
  select coalesce(sum(l.remaining) filter (where a.kind = 'paid'), 0), coalesce(sum(l.remaining) filter (where a.kind = 'free'), 0)
    into v_paid, v_free
    from encore.lot l join encore.ledger_account a on a.id = l.purse_id where l.transaction_id = delivery;
  select coalesce(sum(m.amount), 0) into owed
    from encore.lot l join encore.lot_movement m on m.lot_id = l.id
    join encore.ledger_transaction t on t.id = m.transaction_id and t.kind <> 'wallet.expiry'
   where l.transaction_id = delivery;
  taken := v_paid + v_free;
  lines := (v_paid > 0)::int + (v_free > 0)::int + (owed > 0)::int;
  if lines > 0 then
    perform encore.post_transaction(p_kind, p_key, p_reference,
      array_remove(array[case when v_paid > 0 then 'fan:' || p_account || ':paid:DIA' end,
                         case when v_free > 0 then 'fan:' || p_account || ':free:DIA' end,
                         case when owed > 0 then 'house:refunds:receivable:DIA' end], null),
      array_remove(array[case when v_paid > 0 then 'house:purchase:issued:DIA' end,
                         case when v_free > 0 then 'house:bonus:issued:DIA' end,
                         case when owed > 0 then 'fan:' || p_account || ':owed:DIA' end], null),
      array_fill('DIA'::text, array[lines]), array_remove(array[v_paid, v_free, owed], 0::bigint), null, delivery);
  end if;
  perform encore.wallet_lock(p_account);
end
$$;

-- Pays what a fan owes with the diamonds that are there, free ones first, and unlocks the wallet when nothing is left to pay.
create function encore.settle_debt(p_account bigint, p_key text, p_reference text) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  owed   bigint;
  v_free bigint;
  v_paid bigint;
begin
  perform encore.wallet_hold(p_account);
  select b.balance into owed from encore.ledger_account a join encore.ledger_balance b on b.account_id = a.id
   where a.address = 'fan:' || p_account || ':owed:DIA';
  select least(coalesce(owed, 0), coalesce(sum(l.remaining) filter (where a.kind = 'free'), 0)),
         coalesce(sum(l.remaining) filter (where a.kind = 'paid'), 0)
    into v_free, v_paid
    from encore.ledger_account a join encore.lot l on l.purse_id = a.id and l.is_open
     and (l.expires_at is null or l.expires_at > clock_timestamp())
   where a.address in ('fan:' || p_account || ':free:DIA', 'fan:' || p_account || ':paid:DIA');
  v_paid := least(v_paid, coalesce(owed, 0) - v_free);
  if v_free + v_paid = 0 then
    return 0;
  end if;
  perform encore.post_transaction('wallet.settle', p_key, p_reference,
    array_remove(array[case when v_free > 0 then 'fan:' || p_account || ':free:DIA' end,
                       case when v_paid > 0 then 'fan:' || p_account || ':paid:DIA' end], null) || ('fan:' || p_account || ':owed:DIA'),
    case when v_free > 0 and v_paid > 0 then array['house:refunds:settled:DIA', 'house:refunds:settled:DIA']
         else array['house:refunds:settled:DIA'] end || 'house:refunds:receivable:DIA'::text,
    array_fill('DIA'::text, array[1 + (v_free > 0)::int + (v_paid > 0)::int]),
    array_remove(array[v_free, v_paid], 0::bigint) || (v_free + v_paid));
  perform encore.wallet_lock(p_account);
  return v_free + v_paid;
end
$$;

-- Writes off what a fan owes and unlocks the wallet.
create function encore.forgive_debt(p_account bigint, p_key text, p_reference text) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  owed bigint;
begin
  perform encore.wallet_hold(p_account);
  select b.balance into owed from encore.ledger_account a join encore.ledger_balance b on b.account_id = a.id
   where a.address = 'fan:' || p_account || ':owed:DIA';
  if coalesce(owed, 0) = 0 then
    return 0;
  end if;
  perform encore.post_transaction('wallet.forgive', p_key, p_reference, array['fan:' || p_account || ':owed:DIA'],
    array['house:refunds:written_off:DIA'], array['DIA'], array[owed]);
  perform encore.wallet_lock(p_account);
  return owed;
end
$$;

-- Posts what has expired as breakage: one transaction per lot, all lots of a purse together, purses that are busy next time.
create function encore.expire_lots(p_at timestamptz, p_limit int) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  purses bigint[];
  v_at   timestamptz;
  done   int;
begin
  purses := array(select account_id from encore.ledger_balance
    where account_id in (select purse_id from encore.lot where is_open and expires_at <= p_at order by expires_at limit p_limit)
    order by account_id for update skip locked);
  perform encore.ledger_open(array(select distinct 'house:lots:breakage:' || currency from encore.ledger_account where id = any (purses)));
  v_at := clock_timestamp();
  with due as materialized (
    select l.id, l.purse_id, l.remaining as amount, a.currency, h.id as sink_id, 'lot:' || l.id || ':expiry' as key,
           encore.ledger_digest('wallet.expiry', 'lot:' || l.id || ':expiry', 'LOT-' || l.id, array[a.address], array[h.address],
             array[a.currency], array[l.remaining]) as digest
      from encore.lot l join encore.ledger_account a on a.id = l.purse_id
      join encore.ledger_account h on h.address = 'house:lots:breakage:' || a.currency
     where l.purse_id = any (purses) and l.is_open and l.expires_at <= p_at
  ), posted as (
    insert into encore.ledger_transaction (kind, posting_key, reference, digest, posted_at)
      select 'wallet.expiry', key, 'LOT-' || id, digest, v_at from due order by id
      returning id, posting_key
  ), deal as materialized (
    select d.*, p.id as transaction_id from due d join posted p on p.posting_key = d.key
  ), chain as materialized (
    select * from encore.ledger_chain((select array_agg(row(purse_id, transaction_id, 1, -amount, digest)::encore.ledger_step) from deal), v_at)
  ), moved as (
    update encore.ledger_balance b set balance = c.balance, last_sequence = c.sequence, last_hash = c.hash
      from chain c where b.account_id = c.account_id and c.newest
  ), journal as (
    insert into encore.ledger_transfer (transaction_id, line, debit_account_id, credit_account_id, currency, amount,
        debit_sequence, debit_balance, debit_hash)
      select d.transaction_id, 1, d.purse_id, d.sink_id, d.currency, d.amount, c.sequence, c.balance, c.hash
        from deal d join chain c on c.transaction_id = d.transaction_id
  ), emptied as (
    update encore.lot l set remaining = 0, is_open = false from deal d where l.id = d.id
  )
  insert into encore.lot_movement (lot_id, transaction_id, amount) select id, transaction_id, amount from deal;
  get diagnostics done = row_count;
  return done;
end
$$;

revoke execute on function encore.wallet_lock, encore.wallet_hold, encore.take_back, encore.settle_debt, encore.forgive_debt,
  encore.expire_lots from public;
grant execute on function encore.take_back, encore.settle_debt, encore.forgive_debt, encore.expire_lots to encore_app;

-- Who was told, and when: once per lot and distance, whatever goes wrong.
create table encore.lot_notice (
  lot_id      bigint      not null,
  days_before int         not null,
  noticed_at  timestamptz not null,
  constraint pk_lot_notice primary key (lot_id, days_before),
  constraint fk_lot_notice_lot_id foreign key (lot_id) references encore.lot (id),
  constraint ck_lot_notice_days_before check (days_before in (7, 30))
);

create trigger forbid_change before update or delete or truncate on encore.lot_notice
  for each statement execute function encore.forbid_change();

-- How long what a pack gives can be spent. Bought diamonds never end by default: then the duty to deposit applies to them
-- (Payment Services Act), while those that end within six months would be exempt.
alter table encore.diamond_pack
  add paid_days  int,
  add bonus_days int default 180,
  add constraint ck_diamond_pack_days check (paid_days > 0 and bonus_days > 0);

alter table encore.diamond_order
  add channel    text   not null default 'WEB',
  add value_yen  bigint not null default 0,
  add paid_days  int,
  add bonus_days int,
  add constraint ck_diamond_order_channel check (channel in ('WEB', 'IOS', 'ANDROID'));

create index ix_diamond_order_account_id_placed_at on encore.diamond_order (account_id, placed_at);

comment on column encore.diamond_order.value_yen is 'The pack''s price in yen when it was ordered, whatever was paid in: what limits and the law count in.';

-- How much may be bought in a calendar month by age. A market without rows has no limit.
create table encore.spending_band (
  market_code text   not null,
  from_age    int    not null,
  to_age      int    not null,
  monthly_yen bigint not null,
  constraint pk_spending_band primary key (market_code, from_age),
  constraint fk_spending_band_market_code foreign key (market_code) references encore.market (code),
  constraint ck_spending_band_ages check (0 <= from_age and from_age <= to_age),
  constraint ck_spending_band_monthly_yen check (monthly_yen >= 0)
);

-- No law names the amounts: these are what GREE, Mobage, GungHo and mixi keep. Of age since 2022-04-01 is who is 18.
insert into encore.spending_band (market_code, from_age, to_age, monthly_yen) values
  ('JP', 0, 15, 5000), ('JP', 16, 17, 20000);

-- A fan's own limit. Its row is the lock of all the fan's purchases of diamonds.
create table encore.spending_limit (
  account_id  bigint  not null,
  monthly_yen bigint,
  next_yen    bigint,
  next_at     timestamptz,
  constraint pk_spending_limit primary key (account_id),
  constraint fk_spending_limit_account_id foreign key (account_id) references encore.account (id),
  constraint ck_spending_limit_monthly_yen check (monthly_yen >= 0 and next_yen >= 0)
);

comment on column encore.spending_limit.monthly_yen is 'Null is none.';
comment on column encore.spending_limit.next_yen is 'What it becomes at next_at; null with a next_at means none.';
