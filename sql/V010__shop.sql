-- Diamond packs, their prices, and orders of them.

create table encore.diamond_pack (
  id       bigint generated always as identity,
  code     text   not null,
  name_en  text   not null,
  name_ja  text   not null,
  diamonds bigint not null,
  bonus    bigint not null,
  position int    not null,
  on_sale  boolean not null default true,
  constraint pk_diamond_pack primary key (id),
  constraint uq_diamond_pack_code unique (code),
  constraint ck_diamond_pack_code check (code ~ '^[a-z0-9-]+$'),
  constraint ck_diamond_pack_diamonds check (diamonds > 0),
  constraint ck_diamond_pack_bonus check (bonus >= 0)
);

comment on column encore.diamond_pack.diamonds is 'Paid diamonds.';
comment on column encore.diamond_pack.bonus is 'Free diamonds on top; booked apart.';

create table encore.diamond_pack_price (
  pack_id      bigint not null,
  currency     text   not null,
  amount_minor bigint not null,
  constraint pk_diamond_pack_price primary key (pack_id, currency),
  constraint fk_diamond_pack_price_pack_id foreign key (pack_id) references encore.diamond_pack (id),
  constraint ck_diamond_pack_price_amount_minor check (amount_minor > 0),
  constraint ck_diamond_pack_price_currency check (currency ~ '^[A-Z]{3}$')
);

create table encore.diamond_order (
  id           bigint      generated always as identity,
  code         text        not null,
  account_id   bigint      not null,
  pack_code    text        not null,
  diamonds     bigint      not null,
  bonus        bigint      not null,
  currency     text        not null,
  amount_minor bigint      not null,
  call_key     text        not null,
  status       text        not null default 'PLACED',
  payment_code text,
  redirect_url text,
  placed_at    timestamptz not null,
  closed_at    timestamptz,
  constraint pk_diamond_order primary key (id),
  constraint uq_diamond_order_code unique (code),
  constraint uq_diamond_order_call_key unique (account_id, call_key),
  constraint ck_diamond_order_status check (status in ('PLACED', 'DELIVERED', 'CLOSED', 'REFUNDED')),
  constraint ck_diamond_order_call_key check (length(call_key) between 1 and 200)
);

comment on column encore.diamond_order.call_key is 'The caller''s Idempotency-Key; the same key gets the same order.';
comment on column encore.diamond_order.diamonds is 'What was ordered, at the time: packs may change.';

insert into encore.diamond_pack (code, name_en, name_ja, diamonds, bonus, position) values
  ('spark',   'Spark',   'きらめき',     100,    0, 1),
  ('handful', 'Handful', 'ひとつかみ',   500,   20, 2),
  ('pouch',   'Pouch',   'ポーチ',      1000,   60, 3),
  ('chest',   'Chest',   '宝箱',        3000,  300, 4),
  ('trunk',   'Trunk',   'トランク',    5000,  650, 5),
  ('vault',   'Vault',   '金庫',       10000, 1600, 6);

insert into encore.diamond_pack_price (pack_id, currency, amount_minor)
  select p.id, x.currency, x.amount_minor
    from (values
      ('spark',   'JPY',   160), ('spark',   'USD',   109), ('spark',   'EUR',    99), ('spark',   'NGN',   160000),
      ('handful', 'JPY',   780), ('handful', 'USD',   529), ('handful', 'EUR',   489), ('handful', 'NGN',   780000),
      ('pouch',   'JPY',  1500), ('pouch',   'USD',   999), ('pouch',   'EUR',   949), ('pouch',   'NGN',  1500000),
      ('chest',   'JPY',  4400), ('chest',   'USD',  2999), ('chest',   'EUR',  2799), ('chest',   'NGN',  4400000),
      ('trunk',   'JPY',  7200), ('trunk',   'USD',  4899), ('trunk',   'EUR',  4599), ('trunk',   'NGN',  7200000),
      ('vault',   'JPY', 14000), ('vault',   'USD',  9499), ('vault',   'EUR',  8999), ('vault',   'NGN', 14000000)
    ) as x (code, currency, amount_minor) join encore.diamond_pack p on p.code = x.code;
