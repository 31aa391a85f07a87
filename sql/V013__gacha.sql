-- Gacha: banners and their published odds.

create table encore.banner (
  id          bigint generated always as identity,
  code        text        not null,
  artist_id   bigint      not null,
  title       text        not null,
  story       text        not null,
  picture_key text        not null,
  opens_at    timestamptz not null,
  closes_at   timestamptz not null,
  group_code  text        not null,
  zone        text        not null,
  status      text        not null default 'PUBLISHED',
  created_at  timestamptz not null default now(),
  constraint pk_banner primary key (id),
  constraint uq_banner_code unique (code),
  constraint ck_banner_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  constraint ck_banner_title check (length(title) between 1 and 80),
  constraint ck_banner_period check (closes_at > opens_at),
  constraint ck_banner_group_code check (group_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(group_code) <= 60),
  constraint ck_banner_status check (status in ('PUBLISHED', 'WITHDRAWN')),
  constraint fk_banner_artist_id foreign key (artist_id) references encore.artist (id)
);

create index ix_banner_artist_id on encore.banner (artist_id);
create index ix_banner_closes_at on encore.banner (closes_at);

-- The code, the group and the zone are part of published rules and of fans' counters.
create trigger banner_identity_is_fixed before update of id, code, artist_id, group_code, zone or delete on encore.banner
  for each statement execute function encore.forbid_change();
create trigger banner_is_never_emptied before truncate on encore.banner
  for each statement execute function encore.forbid_change();

-- One published version of a banner's rules. The canonical JSON text is what was promised; the hash is its SHA-256; the leaf
-- in the transparency log shows since when. In force is the version with the latest in_force_at that is not in the future.
-- The prices are read out of the text, for lists.
create table encore.odds_table (
  id             bigint generated always as identity,
  banner_id      bigint      not null,
  version        integer     not null,
  canonical      text        not null,
  hash           text        not null,
  closed_markets text[]      not null default '{}',
  leaf_id        bigint,
  published_at   timestamptz not null,
  in_force_at    timestamptz not null,
  price_one      bigint generated always as (coalesce(
                   jsonb_path_query_first(canonical::jsonb, '$.prices[*] ? (@.count == 1).price'),
                   jsonb_path_query_first(canonical::jsonb, '$.steps.list[0].price'),
                   jsonb_path_query_first(canonical::jsonb, '$.prices[0].price'))::bigint) stored,
  price_ten      bigint generated always as (
                   jsonb_path_query_first(canonical::jsonb, '$.prices[*] ? (@.count == 10).price')::bigint) stored,
  constraint pk_odds_table primary key (id),
  constraint uq_odds_table_banner_id_version unique (banner_id, version),
  constraint uq_odds_table_leaf_id unique (leaf_id),
  constraint ck_odds_table_version check (version > 0),
  constraint ck_odds_table_hash check (hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
  constraint ck_odds_table_in_force_at check (in_force_at >= published_at),
  constraint ck_odds_table_price_one check (price_one > 0),
  constraint fk_odds_table_banner_id foreign key (banner_id) references encore.banner (id)
);

create index ix_odds_table_in_force_at on encore.odds_table (banner_id, in_force_at desc);

-- The items that the rules of a version name, in their order. Weight and first roll: only where every item has a chance of
-- whole millionths in every draw.
create table encore.prize (
  odds_table_id      bigint   not null,
  position           smallint not null,
  item_id            bigint   not null,
  weight_per_million integer,
  first_roll         integer,
  constraint pk_prize primary key (odds_table_id, position),
  constraint uq_prize_odds_table_id_item_id unique (odds_table_id, item_id),
  constraint fk_prize_odds_table_id foreign key (odds_table_id) references encore.odds_table (id),
  constraint fk_prize_item_id foreign key (item_id) references encore.item (id)
);

create function encore.odds_must_name_their_items() returns trigger language plpgsql as $$
begin
  if (select count(*) from encore.prize p join encore.item i on i.id = p.item_id
       where p.odds_table_id = new.id and new.canonical::jsonb -> 'items' @> jsonb_build_array(jsonb_build_object('code', i.code)))
      <> jsonb_array_length(new.canonical::jsonb -> 'items') then
    raise exception 'The prizes of odds table % are not the items of its rules', new.id
      using errcode = 'check_violation', constraint = 'ck_odds_table_names_its_items';
  end if;
  return null;
end
$$;

create constraint trigger odds_table_names_its_items after insert on encore.odds_table
  deferrable initially deferred for each row execute function encore.odds_must_name_their_items();

-- A draft of a banner, or of the next version of one: what an artist typed, lawful or not.
create table encore.banner_draft (
  code       text        not null,
  artist_id  bigint      not null,
  body       jsonb       not null,
  version    bigint      not null default 1,
  updated_at timestamptz not null,
  constraint pk_banner_draft primary key (code),
  constraint ck_banner_draft_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  constraint fk_banner_draft_artist_id foreign key (artist_id) references encore.artist (id)
);

create index ix_banner_draft_artist_id on encore.banner_draft (artist_id);

-- What the law of a market asks of paid draws. Each draw records the market that it was admitted to.
create table encore.market (
  code                     text    not null,
  gacha_allowed            boolean not null,
  minimum_age              integer not null,
  birth_date_required      boolean not null,
  odds_before_paying       boolean not null,
  real_price_shown         boolean not null,
  direct_purchase_required boolean not null,
  set_reward_allowed       boolean not null,
  rare_cost_draws          bigint,
  rare_cost_minor          bigint,
  rare_cost_currency       text,
  constraint pk_market primary key (code),
  constraint ck_market_code check (code ~ '^[A-Z]{2,5}$'),
  constraint ck_market_minimum_age check (minimum_age between 0 and 99),
  constraint ck_market_rare_cost check ((rare_cost_minor is null) = (rare_cost_currency is null))
);

create table encore.market_country (
  country     text not null,
  market_code text not null,
  constraint pk_market_country primary key (country),
  constraint ck_market_country_country check (country ~ '^[A-Z]{2}$'),
  constraint fk_market_country_market_code foreign key (market_code) references encore.market (code)
);

insert into encore.market (code, gacha_allowed, minimum_age, birth_date_required, odds_before_paying, real_price_shown,
    direct_purchase_required, set_reward_allowed, rare_cost_draws, rare_cost_minor, rare_cost_currency) values
  -- Premiums Act and CAA operating standard 4(1): no reward for a set of drawn items. JOGA 2016-03-25 section 3(1): a rare item
  -- costs at most 100 draws or 50,000 yen on average, or its rate is shown. CESA 2016-04-27: all items with their rates.
  -- Minors' spending is limited by age, so the birth date must be known (practice of GREE, GungHo, mixi, Square Enix).
  ('JP', true, 0, true, true, true, false, false, 100, 50000, 'JPY'),
  -- Game Industry Promotion Act as of March 2024: rates are disclosed and never changed without notice.
  ('KR', true, 0, true, true, true, false, false, null, null, null),
  -- Ministry of Culture notice, from 2017-05-01: names, contents and chances of all items are published, results are kept.
  ('CN', true, 18, true, true, true, true, false, null, null, null),
  -- FTC v. Cognosphere, January 2025: nobody under 16 without a parent's consent; a price in money; odds disclosed.
  ('US', true, 16, true, true, true, false, false, null, null, null),
  -- CPC Network, key principles of 2025-03-21: the price in real currency beside the virtual one.
  ('EU', true, 0, false, true, true, false, false, null, null, null),
  -- Belgian Gaming Commission 2018: paid loot boxes are gambling without a licence.
  ('BE', false, 21, true, true, true, true, false, null, null, null),
  -- Dutch regulator's view since 2018, narrowed by the Council of State in 2022: adults only, nothing that can be sold on.
  ('NL', true, 18, true, true, true, false, false, null, null, null),
  -- ECA Digital, in force on 2026-03-17: no loot boxes where minors are likely, so adults only.
  ('BR', true, 18, true, true, true, true, false, null, null, null),
  -- UK Government response of 2022-07-17 and industry principles: no paid loot boxes for minors without a parent.
  ('GB', true, 18, true, true, true, false, false, null, null, null),
  -- Apple App Store Review Guideline 3.1.1, which holds everywhere: the odds of each item type before the purchase.
  ('OTHER', true, 0, false, true, true, false, false, null, null, null);

insert into encore.market_country (country, market_code)
select c, c from unnest(array['JP', 'KR', 'CN', 'US', 'BE', 'NL', 'BR', 'GB']) as c
union all
select c, 'EU' from unnest(array['AT', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT',
  'LU', 'MT', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE']) as c;

do $$
declare
  name text;
begin
  foreach name in array array['odds_table', 'prize'] loop
    execute format('revoke update, delete, truncate on encore.%I from encore_app', name);
    execute format('create trigger %I before update or delete or truncate on encore.%I
                      for each statement execute function encore.forbid_change()',
                   name || '_is_append_only', name);
  end loop;
end
$$;
