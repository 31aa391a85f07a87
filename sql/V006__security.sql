-- Who is calling. Secrets are stored as SHA-256 only; devices are erasable, so nothing here is append-only.

create table encore.sign_in (
  id           bigint      generated always as identity,
  token_hash   text        not null,
  account_id   bigint      not null,
  device       text,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  constraint pk_sign_in primary key (id),
  constraint uq_sign_in_token_hash unique (token_hash),
  constraint fk_sign_in_account_id foreign key (account_id) references encore.account (id) on delete cascade
);
create index ix_sign_in_account_id on encore.sign_in (account_id);
comment on table encore.sign_in is 'Browsers: the cookie''s token. Ends 7 days after last_seen_at, at expires_at at the latest.';

create table encore.token_family (
  id         bigint      generated always as identity,
  account_id bigint      not null,
  device     text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint pk_token_family primary key (id),
  constraint fk_token_family_account_id foreign key (account_id) references encore.account (id) on delete cascade
);
create index ix_token_family_account_id on encore.token_family (account_id);
comment on table encore.token_family is 'Programs: all tokens that descend from one sign-in. A refresh token seen twice revokes its family.';

create table encore.access_token (
  token_hash text        not null,
  family_id  bigint      not null,
  account_id bigint      not null,
  expires_at timestamptz not null,
  constraint pk_access_token primary key (token_hash),
  constraint fk_access_token_family_id foreign key (family_id) references encore.token_family (id) on delete cascade
);
create index ix_access_token_family_id on encore.access_token (family_id);
create index ix_access_token_expires_at on encore.access_token (expires_at);

create table encore.refresh_token (
  token_hash     text        not null,
  family_id      bigint      not null,
  expires_at     timestamptz not null,
  used_at        timestamptz,
  successor_salt text,
  constraint pk_refresh_token primary key (token_hash),
  constraint fk_refresh_token_family_id foreign key (family_id) references encore.token_family (id) on delete cascade,
  constraint ck_refresh_token_used check ((used_at is null) = (successor_salt is null))
);
create index ix_refresh_token_family_id on encore.refresh_token (family_id);
comment on column encore.refresh_token.successor_salt is 'With the token itself it gives the next token again, for a client that lost the answer; alone it gives nothing.';

-- Counts of attempts; losing them in a crash is harmless, so they are not logged.
create unlogged table encore.sign_in_attempt (
  subject  text        not null,
  since    timestamptz not null,
  attempts integer     not null,
  constraint pk_sign_in_attempt primary key (subject)
);
comment on column encore.sign_in_attempt.subject is 'SHA-256 of an account, an address prefix or both: nothing personal.';
