-- Rewards for medals, and how things that fans own reach them: downloads, parcels, vouchers, gifts, showcases.

create table encore.reward (
  id            bigint generated always as identity,
  code          text        not null,
  artist_id     bigint      not null,
  item_id       bigint      not null,
  name          text        not null,
  description   text        not null,
  price_medals  bigint      not null,
  stock         integer     not null,
  redeemed      integer     not null default 0,
  limit_per_fan integer     not null,
  opens_at      timestamptz not null,
  closes_at     timestamptz not null,
  status        text        not null default 'OFFERED',
  version       integer     not null default 1,
  created_at    timestamptz not null,
  constraint pk_reward primary key (id),
  constraint uq_reward_code unique (code),
  constraint ck_reward_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  constraint ck_reward_name check (length(name) between 1 and 80),
  constraint ck_reward_description check (length(description) <= 2000),
  constraint ck_reward_price_medals check (price_medals between 1 and 1000000000),
  constraint ck_reward_stock check (stock >= 0 and redeemed >= 0),
  constraint ck_reward_limit_per_fan check (limit_per_fan between 1 and 1000),
  constraint ck_reward_period check (closes_at > opens_at),
  constraint ck_reward_status check (status in ('OFFERED', 'WITHDRAWN')),
  constraint fk_reward_artist_id foreign key (artist_id) references encore.artist (id),
  constraint fk_reward_item_id foreign key (item_id) references encore.item (id)
);
create index ix_reward_artist_id on encore.reward (artist_id);
create index ix_reward_item_id on encore.reward (item_id);
comment on column encore.reward.stock is 'Pieces left; the row lock of its conditional update is what keeps it from being oversold.';

-- Who may see and redeem a reward: everybody without a row, else who has all these items.
create table encore.reward_condition (
  reward_id bigint not null,
  item_id   bigint not null,
  constraint pk_reward_condition primary key (reward_id, item_id),
  constraint fk_reward_condition_reward_id foreign key (reward_id) references encore.reward (id),
  constraint fk_reward_condition_item_id foreign key (item_id) references encore.item (id)
);
create index ix_reward_condition_item_id on encore.reward_condition (item_id);

-- Japan, Premiums Act, CAA operating standard 4(1): whoever gathers two or more specific different items that are supplied
-- for money by chance must get nothing for it (kompu gacha). Held from both sides: rewards for sets, and prizes of draws.
create function encore.no_reward_for_a_paid_set() returns trigger language plpgsql as $$
begin
  if exists (select from encore.reward_condition own
              where own.item_id = new.item_id
                and (select count(*) from encore.reward_condition c where c.reward_id = own.reward_id) > 1
                and exists (select from encore.reward_condition c join encore.prize p on p.item_id = c.item_id
                             where c.reward_id = own.reward_id)) then
    raise exception 'No reward for completing a set with items of paid draws'
      using errcode = 'check_violation', constraint = 'ck_reward_completes_no_paid_set';
  end if;
  return null;
end
$$;
create constraint trigger reward_completes_no_paid_set after insert on encore.reward_condition
  deferrable initially immediate for each row execute function encore.no_reward_for_a_paid_set();
create constraint trigger prize_completes_no_rewarded_set after insert on encore.prize
  deferrable initially immediate for each row execute function encore.no_reward_for_a_paid_set();

create table encore.reward_share (
  reward_id  bigint  not null,
  account_id bigint  not null,
  redeemed   integer not null,
  constraint pk_reward_share primary key (reward_id, account_id),
  constraint ck_reward_share_redeemed check (redeemed > 0),
  constraint fk_reward_share_reward_id foreign key (reward_id) references encore.reward (id),
  constraint fk_reward_share_account_id foreign key (account_id) references encore.account (id)
);
comment on table encore.reward_share is 'How many pieces of a reward a fan has got; its row is locked while she redeems.';

-- Takes pieces of a reward for a fan: null, or why not: LIMIT, SOLD_OUT. Call it last, the popular reward's row stays locked
-- until the commit.
create function encore.take_reward(p_reward bigint, p_account bigint, p_quantity integer) returns text
language plpgsql as $$
begin
  insert into encore.reward_share as mine (reward_id, account_id, redeemed)
  select id, p_account, p_quantity from encore.reward where id = p_reward and p_quantity <= limit_per_fan
      on conflict (reward_id, account_id) do update set redeemed = mine.redeemed + excluded.redeemed
   where mine.redeemed + excluded.redeemed <= (select limit_per_fan from encore.reward where id = p_reward);
  if not found then
    return 'LIMIT';
  end if;
  update encore.reward set stock = stock - p_quantity, redeemed = redeemed + p_quantity
   where id = p_reward and stock >= p_quantity;
  return case when not found then 'SOLD_OUT' end;
end
$$;

create table encore.redemption (
  id                    bigint generated always as identity,
  code                  text        not null,
  reward_id             bigint      not null,
  account_id            bigint      not null,
  quantity              integer     not null,
  medals                bigint      not null,
  ledger_transaction_id bigint      not null,
  redeemed_at           timestamptz not null,
  constraint pk_redemption primary key (id),
  constraint uq_redemption_code unique (code),
  constraint ck_redemption_quantity check (quantity > 0 and medals > 0),
  constraint fk_redemption_reward_id foreign key (reward_id) references encore.reward (id),
  constraint fk_redemption_account_id foreign key (account_id) references encore.account (id)
);
create index ix_redemption_account_id_id on encore.redemption (account_id, id);
create index ix_redemption_reward_id on encore.redemption (reward_id);

-- What is sent by post. Where to is in a table of its own whose rows may be erased.
create table encore.shipment (
  id            bigint generated always as identity,
  code          text        not null,
  account_id    bigint      not null,
  item_id       bigint      not null,
  quantity      integer     not null,
  cause         text        not null,
  status        text        not null default 'NEW',
  carrier       text,
  tracking      text,
  requested_at  timestamptz not null,
  packed_at     timestamptz,
  sent_at       timestamptz,
  constraint pk_shipment primary key (id),
  constraint uq_shipment_code unique (code),
  constraint ck_shipment_quantity check (quantity > 0),
  constraint ck_shipment_status check (status in ('NEW', 'PACKED', 'SENT')),
  constraint ck_shipment_sent_at check ((status = 'SENT') = (sent_at is not null)),
  constraint ck_shipment_tracking check (length(tracking) <= 80 and length(carrier) <= 80),
  constraint fk_shipment_account_id foreign key (account_id) references encore.account (id),
  constraint fk_shipment_item_id foreign key (item_id) references encore.item (id)
);
create index ix_shipment_account_id on encore.shipment (account_id, id desc);
-- Where a parcel went is nobody's business once it has long arrived.
create index ix_shipment_sent_at on encore.shipment (sent_at) where status = 'SENT';
create index ix_shipment_item_id on encore.shipment (item_id);
create index ix_shipment_waiting on encore.shipment (requested_at) where status <> 'SENT';
comment on column encore.shipment.cause is 'Code of the redemption, or claim for a prize of a draw.';

create table encore.shipment_address (
  shipment_id bigint not null,
  recipient   text   not null,
  postal_code text   not null,
  region      text   not null,
  city        text   not null,
  street      text   not null,
  country     text   not null,
  phone       text,
  constraint pk_shipment_address primary key (shipment_id),
  constraint ck_shipment_address_country check (country ~ '^[A-Z]{2}$'),
  constraint ck_shipment_address_lengths check (length(recipient) between 1 and 120 and length(postal_code) <= 20
    and length(region) <= 80 and length(city) between 1 and 80 and length(street) between 1 and 300),
  constraint fk_shipment_address_shipment_id foreign key (shipment_id) references encore.shipment (id)
);

-- What a copy of a voucher item is worth.
create table encore.voucher_terms (
  item_id      bigint  not null,
  amount_minor bigint  not null,
  currency     text    not null,
  valid_days   integer not null,
  constraint pk_voucher_terms primary key (item_id),
  constraint ck_voucher_terms_amount check (amount_minor > 0 and currency ~ '^[A-Z]{3}$'),
  constraint ck_voucher_terms_valid_days check (valid_days between 1 and 3650),
  constraint fk_voucher_terms_item_id foreign key (item_id) references encore.item (id)
);

-- One voucher pays once, for its owner. The conditional update of its row decides who gets it.
create table encore.voucher (
  id           bigint generated always as identity,
  code         text        not null,
  account_id   bigint      not null,
  name         text        not null,
  amount_minor bigint      not null,
  currency     text        not null,
  cause        text        not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null,
  order_code   text,
  used_minor   bigint,
  used_at      timestamptz,
  constraint pk_voucher primary key (id),
  constraint uq_voucher_code unique (code),
  constraint uq_voucher_order_code unique (order_code),
  constraint ck_voucher_amount check (amount_minor > 0 and currency ~ '^[A-Z]{3}$'),
  constraint ck_voucher_used check (num_nulls(order_code, used_minor, used_at) in (0, 3) and used_minor between 1 and amount_minor),
  constraint fk_voucher_account_id foreign key (account_id) references encore.account (id)
);
create index ix_voucher_account_id on encore.voucher (account_id, id desc);

alter table encore.ticket_order
  add column discount_minor bigint not null default 0,
  add column voucher_code text,
  drop constraint ck_ticket_order_total,
  add constraint ck_ticket_order_total check (total_minor = tickets_minor + fee_minor - discount_minor
    and tickets_minor >= 0 and fee_minor >= 0 and discount_minor >= 0 and total_minor >= 0),
  add constraint ck_ticket_order_voucher_code check ((discount_minor > 0) = (voucher_code is not null));

-- An order that ends without being paid, or is paid back, gives its voucher back; whoever ends it need not think of it.
create function encore.release_voucher() returns trigger language plpgsql as $$
begin
  update encore.voucher set order_code = null, used_minor = null, used_at = null where order_code = new.code;
  return null;
end
$$;
create trigger order_gives_its_voucher_back after update of status on encore.ticket_order for each row
  when (new.status in ('LAPSED', 'REFUNDED') and old.status <> new.status and new.discount_minor > 0)
  execute function encore.release_voucher();

-- An order that had lapsed is paid after all: it takes its voucher again, unless another order has it by now.
create function encore.retake_voucher(p_order text) returns boolean language plpgsql as $$
begin
  update encore.voucher v set order_code = o.code, used_minor = o.discount_minor, used_at = clock_timestamp()
    from encore.ticket_order o
   where o.code = p_order and v.code = o.voucher_code and (v.order_code is null or v.order_code = o.code);
  return found;
end
$$;

-- Signs links to files in our own database; the first node that needs it writes it.
create table encore.file_link_secret (
  alone  boolean not null default true,
  secret bytea   not null,
  constraint pk_file_link_secret primary key (alone),
  constraint ck_file_link_secret_alone check (alone),
  constraint ck_file_link_secret_secret check (length(secret) = 32)
);

-- Each link to a digital good that was handed out; the links themselves are kept nowhere.
create table encore.item_download (
  id         bigint generated always as identity,
  account_id bigint      not null,
  item_id    bigint      not null,
  linked_at  timestamptz not null,
  constraint pk_item_download primary key (id),
  constraint fk_item_download_account_id foreign key (account_id) references encore.account (id),
  constraint fk_item_download_item_id foreign key (item_id) references encore.item (id)
);
create index ix_item_download_account_id_item_id on encore.item_download (account_id, item_id, linked_at);

-- A copy that a fan offers to another one; it stays hers, promised, until the other one answers.
create table encore.item_gift (
  id              bigint generated always as identity,
  code            text        not null,
  from_account_id bigint      not null,
  to_account_id   bigint      not null,
  item_id         bigint      not null,
  status          text        not null default 'OFFERED',
  offered_at      timestamptz not null,
  expires_at      timestamptz not null,
  answered_at     timestamptz,
  constraint pk_item_gift primary key (id),
  constraint uq_item_gift_code unique (code),
  constraint ck_item_gift_accounts check (from_account_id <> to_account_id),
  constraint ck_item_gift_status check (status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK', 'EXPIRED')),
  constraint ck_item_gift_answered_at check ((status = 'OFFERED') = (answered_at is null)),
  constraint fk_item_gift_from_account_id foreign key (from_account_id) references encore.account (id),
  constraint fk_item_gift_to_account_id foreign key (to_account_id) references encore.account (id),
  constraint fk_item_gift_item_id foreign key (item_id) references encore.item (id)
);
create index ix_item_gift_from_account_id on encore.item_gift (from_account_id, id desc);
create index ix_item_gift_to_account_id on encore.item_gift (to_account_id, id desc);
create index ix_item_gift_expires_at on encore.item_gift (expires_at) where status = 'OFFERED';

-- Ends offers whose time is over; nodes share the work by skipping what another one has locked.
create function encore.expire_gifts(p_now timestamptz, p_limit integer) returns integer language plpgsql as $$
declare
  v_ids bigint[];
begin
  select array_agg(due.id) into v_ids
    from (select id from encore.item_gift where status = 'OFFERED' and expires_at <= p_now
           order by expires_at limit p_limit for update skip locked) as due;
  if v_ids is null then
    return 0;
  end if;
  update encore.item_gift set status = 'EXPIRED', answered_at = p_now where id = any (v_ids);
  perform from encore.collected_item c
    where exists (select from encore.item_gift g where g.id = any (v_ids) and g.from_account_id = c.account_id and g.item_id = c.item_id)
    order by c.account_id, c.item_id for update;
  update encore.collected_item c set promised = c.promised - over.copies
    from (select from_account_id, item_id, count(*)::integer as copies from encore.item_gift where id = any (v_ids)
           group by from_account_id, item_id) as over
   where c.account_id = over.from_account_id and c.item_id = over.item_id;
  return cardinality(v_ids);
end
$$;

-- Moves one copy between two fans. The rows are locked in the order of accounts, as grants do.
create function encore.move_copy(p_from bigint, p_to bigint, p_item bigint, p_at timestamptz) returns void
language plpgsql as $$
declare
  pair bigint[] := case when p_from < p_to then array[p_from, p_to] else array[p_to, p_from] end;
begin
  for n in 1..2 loop
    if pair[n] = p_from then
      update encore.collected_item set copies = copies - 1, promised = promised - 1
       where account_id = p_from and item_id = p_item;
      if not found then
        raise exception 'There is no copy to move' using errcode = 'data_corrupted';
      end if;
    else
      insert into encore.collected_item as mine (account_id, item_id, copies, granted, first_got_at, latest_got_at)
      values (p_to, p_item, 1, 0, p_at, p_at)
          on conflict (account_id, item_id) do update
         set copies = mine.copies + 1, latest_got_at = excluded.latest_got_at,
             seen_at = case when mine.copies > 0 then mine.seen_at end;
    end if;
  end loop;
end
$$;

-- What a fan shows to everybody, if she says so, and the code under which other fans find her.
create table encore.fan_page (
  account_id bigint      not null,
  code       text        not null,
  is_public  boolean     not null default false,
  created_at timestamptz not null,
  constraint pk_fan_page primary key (account_id),
  constraint uq_fan_page_code unique (code),
  constraint fk_fan_page_account_id foreign key (account_id) references encore.account (id)
);

create table encore.showcase_item (
  account_id bigint   not null,
  position   smallint not null,
  item_id    bigint   not null,
  constraint pk_showcase_item primary key (account_id, position),
  constraint uq_showcase_item_account_id_item_id unique (account_id, item_id),
  constraint ck_showcase_item_position check (position between 1 and 6),
  constraint fk_showcase_item_account_id foreign key (account_id) references encore.fan_page (account_id),
  constraint fk_showcase_item_item_id foreign key (item_id) references encore.item (id)
);

do $$
declare
  name text;
begin
  foreach name in array array['redemption', 'item_download'] loop
    execute format('revoke update, delete, truncate on encore.%I from encore_app', name);
    execute format('create trigger %I before update or delete or truncate on encore.%I
                      for each statement execute function encore.forbid_change()',
                   name || '_is_append_only', name);
  end loop;
end
$$;
