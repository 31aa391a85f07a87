-- The outbox: whatever leaves the process is first a row in the business transaction. The row is the truth, queues are doorbells.

create table encore.outbox_message (
  id               bigint      generated always as identity,
  queue            text        not null,
  kind             text        not null,
  dedup_key        text        not null,
  recipient        text        not null,
  locale           text        not null,
  placeholders     jsonb       not null,
  attachment_keys  text[]      not null,
  about_account_id bigint,
  state            text        not null default 'PENDING',
  attempts         integer     not null default 0,
  tries_left       integer     not null default 8,
  round            integer     not null default 0,
  created_at       timestamptz not null,
  due_at           timestamptz not null,
  lease_until      timestamptz,
  finished_at      timestamptz,
  last_problem     text,
  constraint pk_outbox_message primary key (id),
  constraint uq_outbox_message_queue_dedup_key unique (queue, dedup_key),
  constraint ck_outbox_message_state check (state in ('PENDING', 'SENDING', 'SENT', 'DEAD')),
  constraint ck_outbox_message_lease check ((state = 'SENDING') = (lease_until is not null)),
  constraint ck_outbox_message_finished check ((state in ('SENT', 'DEAD')) = (finished_at is not null)),
  constraint ck_outbox_message_tries check (tries_left between 0 and 8 and attempts >= 0 and round >= 0)
);

create index ix_outbox_message_due on encore.outbox_message (queue, due_at, id) where state = 'PENDING';
create index ix_outbox_message_lease on encore.outbox_message (lease_until) where state = 'SENDING';
create index ix_outbox_message_unsent on encore.outbox_message (state) where state <> 'SENT';
create index ix_outbox_message_account on encore.outbox_message (about_account_id, id desc);

comment on column encore.outbox_message.tries_left is 'Falls with every claim; 0 and failed once more means DEAD. Set back when an administrator resends.';
comment on column encore.outbox_message.round is 'Rises when an administrator sends a delivered message once more: only then a new Message-ID.';

-- What happened to a message, event by event; problems are scrubbed of addresses before they get here.
create table encore.outbox_attempt (
  id          bigint      generated always as identity,
  message_id  bigint      not null,
  number      integer     not null,
  outcome     text        not null,
  recorded_at timestamptz not null,
  problem     text,
  constraint pk_outbox_attempt primary key (id),
  constraint fk_outbox_attempt_message_id foreign key (message_id) references encore.outbox_message (id),
  constraint ck_outbox_attempt_outcome check (outcome in ('STARTED', 'SENT', 'FAILED', 'DEAD', 'ABANDONED', 'RESENT'))
);

create index ix_outbox_attempt_message_id on encore.outbox_attempt (message_id, id);

revoke update, delete, truncate on encore.outbox_attempt from encore_app;
create trigger forbid_change before update or delete or truncate on encore.outbox_attempt
  for each statement execute function encore.forbid_change();
