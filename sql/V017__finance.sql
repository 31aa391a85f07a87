-- Finance: the providers' settlement files as they came, every line of them, and what each night's comparison found.

-- One run of a job for a business day. Its row is the lock: one RUNNING row per job and day, held by a lease that the node
-- renews. Who takes it or takes it over decides under a transaction-level advisory lock of job and day.
create table encore.job_run (
  id           bigint      generated always as identity,
  job          text        not null,
  business_day date        not null,
  status       text        not null default 'RUNNING',
  step         text,
  items        bigint      not null default 0,
  node         text        not null,
  execution_id bigint,
  restarts     int         not null default 0,
  started_by   text        not null,
  started_at   timestamptz not null,
  lease_until  timestamptz not null,
  finished_at  timestamptz,
  error        text,
  constraint pk_job_run primary key (id),
  constraint ck_job_run_status check (status in ('RUNNING', 'DONE', 'FAILED')),
  constraint ck_job_run_finished_at check ((status = 'RUNNING') = (finished_at is null))
);

create unique index uq_job_run_running on encore.job_run (job, business_day) where status = 'RUNNING';
create index ix_job_run_business_day on encore.job_run (job, business_day, id desc);

create table encore.settlement_file (
  id         bigint      generated always as identity,
  provider   text        not null,
  file_date  date        not null,
  file_key   text        not null,
  sha256     text        not null,
  fetched_at timestamptz not null,
  loaded_at  timestamptz,
  line_count int         not null default 0,
  constraint pk_settlement_file primary key (id),
  constraint uq_settlement_file_file_date unique (provider, file_date)
);

comment on column encore.settlement_file.file_date is 'The provider''s UTC day of the payout.';

create table encore.settlement_line (
  id             bigint      generated always as identity,
  file_id        bigint      not null,
  line_no        int         not null,
  provider       text        not null,
  file_date      date        not null,
  transaction_id text        not null,
  kind           text        not null,
  category       text        not null,
  source_id      text        not null,
  charge_id      text,
  payment_ref    text,
  refund_ref     text,
  occurred_at    timestamptz not null,
  currency       text        not null,
  gross_minor    bigint      not null,
  fee_minor      bigint      not null,
  net_minor      bigint      not null,
  description    text        not null,
  constraint pk_settlement_line primary key (id),
  constraint fk_settlement_line_file_id foreign key (file_id) references encore.settlement_file (id),
  constraint uq_settlement_line_line_no unique (file_id, line_no),
  constraint uq_settlement_line_transaction_id unique (provider, transaction_id),
  constraint ck_settlement_line_kind check (kind in ('CHARGE', 'REFUND', 'OTHER')),
  constraint ck_settlement_line_net_minor check (net_minor = gross_minor - fee_minor)
);

create index ix_settlement_line_file_date on encore.settlement_line (provider, file_date, id);
create index ix_settlement_line_payment_ref on encore.settlement_line (payment_ref, kind) where payment_ref is not null;
create index ix_settlement_line_charge_id on encore.settlement_line (charge_id, kind) where charge_id is not null;
create index ix_settlement_line_source_id on encore.settlement_line (source_id);

-- Lines of a file that could not be read: kept word for word, never silent.
create table encore.settlement_skip (
  file_id bigint not null,
  line_no int    not null,
  reason  text   not null,
  detail  text   not null,
  raw     text   not null,
  constraint pk_settlement_skip primary key (file_id, line_no),
  constraint fk_settlement_skip_file_id foreign key (file_id) references encore.settlement_file (id)
);

create trigger forbid_change before update or delete or truncate on encore.settlement_line
  for each statement execute function encore.forbid_change();
create trigger forbid_change before update or delete or truncate on encore.settlement_skip
  for each statement execute function encore.forbid_change();
revoke update, delete, truncate on encore.settlement_line, encore.settlement_skip from encore_app;

-- The report of a business day; version rises only when its figures change.
create table encore.reconciliation (
  business_day date        not null,
  zone         text        not null,
  status       text        not null,
  matched      bigint      not null,
  in_transit   bigint      not null,
  differences  bigint      not null,
  skipped      bigint      not null,
  failed_checks bigint     not null,
  sha256       text        not null,
  version      int         not null,
  run_id       bigint      not null,
  made_at      timestamptz not null,
  constraint pk_reconciliation primary key (business_day),
  constraint ck_reconciliation_status check (status in ('BALANCED', 'DIFFERENCES'))
);

create table encore.reconciliation_line (
  business_day   date        not null,
  provider       text        not null,
  kind           text        not null,
  item           text        not null,
  outcome        text        not null,
  generation     bigint      not null,
  payment        text,
  purpose        text,
  account_id     bigint,
  ours_currency  text,
  ours_minor     bigint,
  ours_fee_minor bigint,
  ours_at        timestamptz,
  due_on         date,
  line_id        bigint,
  their_currency text,
  their_minor    bigint,
  their_fee_minor bigint,
  their_at       timestamptz,
  their_source   text,
  constraint pk_reconciliation_line primary key (business_day, provider, kind, item),
  constraint ck_reconciliation_line_outcome check (outcome in ('MATCHED', 'IN_TRANSIT', 'MISSING_HERE', 'MISSING_THERE',
    'AMOUNT_DIFFERS', 'CURRENCY_DIFFERS', 'FEE_DIFFERS'))
);

create index ix_reconciliation_line_outcome on encore.reconciliation_line (business_day, outcome);

comment on column encore.reconciliation_line.generation is 'The job_run that began and found it, also when another run went on where that one failed.';
comment on column encore.reconciliation_line.item is 'The provider''s transaction where there is one, else our payment''s code.';
comment on column encore.reconciliation_line.due_on is 'UTC day of the provider''s file that must have it.';

create table encore.reconciliation_total (
  business_day  date   not null,
  provider      text   not null,
  currency      text   not null,
  product       text   not null,
  charges       bigint not null,
  charged_minor bigint not null,
  fee_minor     bigint not null,
  refunds       bigint not null,
  refunded_minor bigint not null,
  constraint pk_reconciliation_total primary key (business_day, provider, currency, product)
);

create table encore.reconciliation_settled (
  business_day date   not null,
  provider     text   not null,
  currency     text   not null,
  category     text   not null,
  lines        bigint not null,
  gross_minor  bigint not null,
  fee_minor    bigint not null,
  net_minor    bigint not null,
  constraint pk_reconciliation_settled primary key (business_day, provider, currency, category)
);

create table encore.reconciliation_balance (
  business_day date   not null,
  currency     text   not null,
  account      text   not null,
  opening      bigint not null,
  debits       bigint not null,
  credits      bigint not null,
  constraint pk_reconciliation_balance primary key (business_day, currency, account)
);

comment on table encore.reconciliation_balance is 'Trial balance at the end of the day: house accounts one by one, those of fans and payments summed by kind.';

create table encore.reconciliation_check (
  business_day date   not null,
  position     int    not null,
  code         text   not null,
  violations   bigint not null,
  example      text,
  constraint pk_reconciliation_check primary key (business_day, position)
);

comment on column encore.reconciliation_check.code is 'Key of its words: wallet.proof.* or finance.check.*';

-- Captured money that nobody claimed for more than a day.
create table encore.reconciliation_suspense (
  business_day date        not null,
  payment      text        not null,
  currency     text        not null,
  amount_minor bigint      not null,
  since        timestamptz not null,
  constraint pk_reconciliation_suspense primary key (business_day, payment, currency)
);
