-- Who did what to what, and how it ended. Account numbers only: names and addresses live in erasable tables.

create table encore.audit_entry (
  id          bigint      generated always as identity,
  recorded_at timestamptz not null,
  actor       text        not null,
  action      text        not null,
  subject     text,
  outcome     text        not null,
  detail      text,
  constraint pk_audit_entry primary key (id),
  constraint ck_audit_entry_actor check (actor ~ '^([0-9]+|SYSTEM|ANONYMOUS)$'),
  constraint ck_audit_entry_outcome check (outcome in ('DONE', 'REFUSED', 'FAILED'))
);

create index ix_audit_entry_actor on encore.audit_entry (actor, id desc);
create index ix_audit_entry_action on encore.audit_entry (action, id desc);
create index ix_audit_entry_subject on encore.audit_entry (subject, id desc) where subject is not null;
create index ix_audit_entry_recorded_at on encore.audit_entry using brin (recorded_at);

comment on column encore.audit_entry.actor is 'Account number of the caller, SYSTEM for clocks and programs of the house, ANONYMOUS for visitors.';
comment on column encore.audit_entry.outcome is 'DONE: committed with the act itself. REFUSED: a rule said no. FAILED: something broke.';

revoke update, delete, truncate on encore.audit_entry from encore_app;
create trigger forbid_change before update or delete or truncate on encore.audit_entry
  for each statement execute function encore.forbid_change();
