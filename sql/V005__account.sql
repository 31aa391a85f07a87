-- People. Names, addresses and reasons live here and in account_password, where they can be erased; everything append-only holds account numbers.

create table encore.account (
  id               bigint      generated always as identity,
  email            text        not null,
  display_name     text        not null,
  birth_date       date,
  country          text,
  language         text        not null,
  phone            text,
  status           text        not null,
  suspended_reason text,
  created_at       timestamptz not null,
  version          integer     not null,
  constraint pk_account primary key (id),
  constraint ck_account_email check (length(email) between 3 and 254 and email = lower(email)),
  constraint ck_account_display_name check (length(display_name) between 1 and 50),
  constraint ck_account_country check (country ~ '^[A-Z]{2}$'),
  constraint ck_account_language check (language in ('en', 'ja')),
  constraint ck_account_phone check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint ck_account_status check (status in ('UNCONFIRMED', 'ACTIVE', 'SUSPENDED'))
);
create unique index uq_account_email on encore.account (lower(email));

create table encore.account_role (
  account_id bigint not null,
  role       text   not null,
  constraint pk_account_role primary key (account_id, role),
  constraint fk_account_role_account_id foreign key (account_id) references encore.account (id) on delete cascade,
  constraint ck_account_role_role check (role in ('FAN', 'ARTIST', 'ORGANIZER', 'FINANCE', 'ADMIN'))
);
comment on table encore.account_role is 'What an account may do. SYSTEM is nobody''s role: only the server acts as SYSTEM.';

-- Apart from the account, so that no query for a name ever reads a hash.
create table encore.account_password (
  account_id    bigint      not null,
  password_hash text        not null,
  changed_at    timestamptz not null,
  constraint pk_account_password primary key (account_id),
  constraint fk_account_password_account_id foreign key (account_id) references encore.account (id) on delete cascade,
  constraint ck_account_password_hash check (password_hash like '$argon2id$%')
);

create table encore.account_verification (
  token_hash text        not null,
  account_id bigint      not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint pk_account_verification primary key (token_hash),
  constraint fk_account_verification_account_id foreign key (account_id) references encore.account (id) on delete cascade
);
create index ix_account_verification_account_id on encore.account_verification (account_id);
comment on table encore.account_verification is 'Tokens of 256 bits from verification mails, stored as SHA-256.';
