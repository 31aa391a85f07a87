-- Payments: what we asked a provider for, what verified facts said about it, and what followed from it.
-- Money comes in two steps: the capture commits first and alone (inbox row, status, ledger); fulfilment is a second
-- transaction that is retried until it is done or given up visibly.

create table encore.payment (
  id              bigint      generated always as identity,
  code            text        not null,
  account_id      bigint      not null,
  provider        text        not null,
  provider_id     text,
  charge_id       text,
  purpose         text        not null,
  subject         text        not null,
  currency        text        not null,
  amount_minor    bigint      not null,
  fee_minor       bigint      not null default 0,
  description     text        not null,
  return_path     text        not null,
  redirect_url    text,
  status          text        not null default 'OPEN',
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  checked_at      timestamptz,
  paid_at         timestamptz,
  closed_at       timestamptz,
  fulfilment      text        not null default 'NONE',
  attempts        int         not null default 0,
  next_attempt_at timestamptz,
  last_error      text,
  constraint pk_payment primary key (id),
  constraint uq_payment_code unique (code),
  constraint uq_payment_provider_id unique (provider, provider_id),
  constraint ck_payment_status check (status in ('OPEN', 'CAPTURED', 'DECLINED', 'EXPIRED', 'MISMATCH', 'REFUNDED')),
  constraint ck_payment_fulfilment check (fulfilment in ('NONE', 'PENDING', 'DONE', 'FAILED')),
  constraint ck_payment_next_attempt_at check ((fulfilment = 'PENDING') = (next_attempt_at is not null)),
  constraint ck_payment_amount_minor check (amount_minor > 0),
  constraint ck_payment_fee_minor check (fee_minor between 0 and amount_minor),
  constraint ck_payment_currency check (currency ~ '^[A-Z]{3}$'),
  constraint ck_payment_purpose check (purpose ~ '^[A-Z_]+$'),
  constraint ck_payment_return_path check (return_path like '/%' and return_path not like '//%')
);

create unique index uq_payment_subject on encore.payment (purpose, subject) where status = 'OPEN';
create index ix_payment_subject on encore.payment (purpose, subject);
create index ix_payment_account_id on encore.payment (account_id, id desc);
create index ix_payment_charge_id on encore.payment (charge_id) where charge_id is not null;
create index ix_payment_created_at on encore.payment (created_at);
create index ix_payment_paid_at on encore.payment (paid_at) where paid_at is not null;
create index ix_payment_open on encore.payment (checked_at nulls first) where status = 'OPEN';
create index ix_payment_pending on encore.payment (next_attempt_at) where fulfilment = 'PENDING';

comment on column encore.payment.subject is 'Code of what is paid for; one open payment per subject.';
comment on column encore.payment.charge_id is 'The provider''s name of the charge, as its settlement files write it.';
comment on column encore.payment.checked_at is 'When we last asked the provider.';
comment on column encore.payment.fulfilment is 'Telling the buyer''s feature that the payment was captured, closed or refunded.';

-- The inbox: a provider sends an event at least once, we act on it once.
create table encore.payment_event (
  id          bigint      generated always as identity,
  provider    text        not null,
  event_id    text        not null,
  type        text        not null,
  payment     text,
  body_sha256 text        not null,
  outcome     text        not null,
  received_at timestamptz not null,
  constraint pk_payment_event primary key (id),
  constraint uq_payment_event_event_id unique (provider, event_id)
);

create index ix_payment_event_payment on encore.payment_event (payment);
revoke update, delete, truncate on encore.payment_event from encore_app;
create trigger forbid_change before update or delete or truncate on encore.payment_event
  for each statement execute function encore.forbid_change();

comment on column encore.payment_event.payment is 'The reference that the event carried; may name no payment of ours.';

create table encore.payment_refund (
  id              bigint      generated always as identity,
  payment_id      bigint      not null,
  currency        text        not null,
  amount_minor    bigint      not null,
  reason          text        not null,
  status          text        not null default 'REQUESTED',
  provider_id     text,
  requested_at    timestamptz not null,
  completed_at    timestamptz,
  attempts        int         not null default 0,
  next_attempt_at timestamptz,
  last_error      text,
  constraint pk_payment_refund primary key (id),
  constraint fk_payment_refund_payment_id foreign key (payment_id) references encore.payment (id),
  constraint uq_payment_refund_payment_id unique (payment_id),
  constraint uq_payment_refund_provider_id unique (provider_id),
  constraint ck_payment_refund_status check (status in ('REQUESTED', 'SUCCEEDED', 'FAILED')),
  constraint ck_payment_refund_next_attempt_at check ((status = 'REQUESTED') = (next_attempt_at is not null)),
  constraint ck_payment_refund_amount_minor check (amount_minor > 0)
);

create index ix_payment_refund_requested on encore.payment_refund (next_attempt_at) where status = 'REQUESTED';
create index ix_payment_refund_completed_at on encore.payment_refund (completed_at) where completed_at is not null;
