-- Artists: the people whom fans back.

create table encore.artist (
  id               bigint generated always as identity,
  code             text        not null,
  name             text        not null,
  tagline          text        not null,
  biography        text        not null,
  picture_key      text        not null,
  owner_account_id bigint,
  created_at       timestamptz not null default now(),
  constraint pk_artist primary key (id),
  constraint uq_artist_code unique (code),
  constraint ck_artist_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  constraint ck_artist_name check (length(name) between 1 and 80),
  constraint ck_artist_tagline check (length(tagline) <= 160),
  constraint ck_artist_biography check (length(biography) <= 4000),
  constraint fk_artist_owner_account_id foreign key (owner_account_id) references encore.account (id)
);

create index ix_artist_owner_account_id on encore.artist (owner_account_id);
