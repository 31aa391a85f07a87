-- Collection: the things that fans can own, and how many of each a fan owns.

create table encore.item (
  id               bigint generated always as identity,
  code             text        not null,
  artist_id        bigint      not null,
  name             text        not null,
  rarity           text        not null,
  kind             text        not null default 'DIGITAL',
  description      text        not null default '',
  picture_key      text        not null,
  file_key         text,
  duplicate_medals bigint      not null default 0,
  giftable         boolean     not null default false,
  created_at       timestamptz not null default now(),
  constraint pk_item primary key (id),
  constraint uq_item_code unique (code),
  constraint ck_item_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  constraint ck_item_name check (length(name) between 1 and 80),
  constraint ck_item_rarity check (rarity in ('N', 'R', 'SR', 'SSR')),
  constraint ck_item_kind check (kind in ('DIGITAL', 'MEDAL', 'BADGE', 'COUPON', 'VOUCHER', 'PHYSICAL')),
  constraint ck_item_description check (length(description) <= 2000),
  constraint ck_item_file_key check (file_key is null or kind = 'DIGITAL'),
  constraint ck_item_duplicate_medals check (duplicate_medals between 0 and 1000000),
  -- a gift to a fan who has the item already would be a second copy
  constraint ck_item_giftable check (not giftable or duplicate_medals = 0),
  constraint fk_item_artist_id foreign key (artist_id) references encore.artist (id)
);

create index ix_item_artist_id on encore.item (artist_id);

comment on column encore.item.file_key is 'What the owner of a digital item may download; never under public/.';
comment on column encore.item.duplicate_medals is
  'Medals of the artist for every further copy, which then is not kept; 0 = all copies are kept.';

-- What was drawn stays what it was: published odds name an item by its code and rarity.
create trigger item_identity_is_fixed
  before update of id, code, artist_id, rarity, kind, duplicate_medals or delete on encore.item
  for each statement execute function encore.forbid_change();
create trigger item_is_never_emptied before truncate on encore.item
  for each statement execute function encore.forbid_change();

-- No foreign key to item: it would lock the few popular items' rows in every grant. grant_many
-- takes the items from the item table, whose rows are never deleted.
create table encore.collected_item (
  account_id    bigint      not null,
  item_id       bigint      not null,
  copies        integer     not null,
  granted       integer     not null,
  claimed       integer     not null default 0,
  promised      integer     not null default 0,
  first_got_at  timestamptz not null,
  latest_got_at timestamptz not null,
  seen_at       timestamptz,
  constraint pk_collected_item primary key (account_id, item_id),
  constraint ck_collected_item_copies check (copies >= 0),
  constraint ck_collected_item_granted check (granted >= 0),
  constraint ck_collected_item_free check (claimed >= 0 and promised >= 0 and claimed + promised <= copies),
  constraint fk_collected_item_account_id foreign key (account_id) references encore.account (id)
);

comment on column encore.collected_item.copies is 'What the fan has now; 0 when she gave all away.';
comment on column encore.collected_item.granted is
  'How many copies grants brought, whatever became of them: medals, gifts.';
comment on column encore.collected_item.claimed is 'Copies that were delivered: sent by post, or made a voucher.';
comment on column encore.collected_item.promised is 'Copies in gifts that wait for an answer.';
comment on column encore.collected_item.seen_at is 'When the fan looked at it first; null = marked as new.';

-- Adds one copy per element to the fan at the same position, in the caller's transaction; pairs may repeat.
-- Rows are locked in the order of accounts and items. One row per fan and item comes back: medals says what
-- the copies that are not kept are worth in medals of the artist.
create function encore.grant_many(p_accounts bigint[], p_items bigint[], p_at timestamptz)
returns table (account_id bigint, item_id bigint, copies_before integer, artist_id bigint, medals bigint)
language plpgsql as $$
#variable_conflict use_column
begin
  return query
  with wanted as (
    select w.account_id, i.id as item_id, i.artist_id, i.duplicate_medals, w.copies
      from (select account_id, item_id, count(*)::integer as copies
              from unnest(p_accounts, p_items) as each (account_id, item_id)
             group by account_id, item_id) w
      join encore.item i on i.id = w.item_id),
  got as (
    insert into encore.collected_item as mine (account_id, item_id, copies, granted, first_got_at, latest_got_at)
    select account_id, item_id, case when duplicate_medals > 0 then 1 else copies end, copies, p_at, p_at
      from wanted
     order by account_id, item_id
        on conflict (account_id, item_id) do update
       set copies = case when (select i.duplicate_medals from encore.item i where i.id = excluded.item_id) > 0 then 1
                         else mine.copies + excluded.copies end,
           granted = mine.granted + excluded.granted,
           latest_got_at = excluded.latest_got_at,
           seen_at = case when mine.copies > 0 then mine.seen_at end
    returning mine.account_id, mine.item_id, mine.copies, mine.granted)
  select w.account_id, w.item_id,
         case when w.duplicate_medals = 0 then g.copies - w.copies else least(g.granted - w.copies, 1) end,
         w.artist_id,
         case when w.duplicate_medals = 0 then 0
              else w.duplicate_medals * (w.copies - 1 + least(g.granted - w.copies, 1)) end
    from wanted w join got g on g.account_id = w.account_id and g.item_id = w.item_id;
end
$$;

create function encore.grant_items(p_account bigint, p_items bigint[], p_at timestamptz) returns integer
language sql as $$
  select count(*)::integer
    from encore.grant_many(array_fill(p_account, array[cardinality(p_items)]), p_items, p_at)
$$;

comment on function encore.grant_items(bigint, bigint[], timestamptz) is
  'grant_many for one fan; returns how many different items there were.';
