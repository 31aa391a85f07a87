-- Ground rules for every table that follows. Run by encore_owner; the application is encore_app and owns nothing.

create function encore.forbid_change() returns trigger language plpgsql as $$
begin
  raise exception 'Table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

comment on function encore.forbid_change() is 'Trigger function of append-only tables: before update or delete or truncate, for each statement.';

-- Same key, same answer: written in the transaction of the call itself and kept for good.
create table encore.idempotent_call (
  account_id   bigint      not null,
  scope        text        not null,
  call_key     text        not null,
  request_hash text        not null,
  answer       text,
  called_at    timestamptz not null default now(),
  constraint pk_idempotent_call primary key (account_id, scope, call_key),
  constraint ck_idempotent_call_key check (length(call_key) between 1 and 200)
);
