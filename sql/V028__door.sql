-- The door that works without a network: keys per event, lists, entry and exit, devices, and scans that come late.

-- One key for each event, made with it, so that a gate can verify its own event's tickets and no others. Older tickets keep
-- the key without an event, which verifies for ever.
alter table encore.ticket_key alter column id type integer;
alter table encore.ticket alter column key_id type integer;
alter table encore.ticket_key add column event_id bigint;
create index ix_ticket_key_event_id on encore.ticket_key (event_id, id desc);
comment on column encore.ticket_key.event_id is 'Whose tickets it seals; null for the key of all tickets from before keys were made per event.';

-- What an organizer lets in where: no types mean all types, no times mean always.
create table encore.check_in_list (
  id              bigint      generated always as identity,
  event_id        bigint      not null,
  code            text        not null,
  name            text        not null,
  ticket_type_ids bigint[]    not null default '{}',
  opens_at        timestamptz,
  closes_at       timestamptz,
  reentry         boolean     not null default false,
  rotating        boolean     not null default false,
  removed_at      timestamptz,
  constraint pk_check_in_list primary key (id),
  constraint uq_check_in_list_event_id_code unique (event_id, code),
  constraint fk_check_in_list_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_check_in_list_code check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint ck_check_in_list_name check (length(name) between 1 and 60),
  constraint ck_check_in_list_window check (closes_at > opens_at)
);
comment on column encore.check_in_list.reentry is 'Whoever left may come in again with the same ticket.';
comment on column encore.check_in_list.rotating is 'Only the rotating code of a phone lets in; printed and typed ones do not.';
comment on column encore.check_in_list.removed_at is 'Offered no more. Scans that come late from a device are still taken.';

-- Born here, as the first key was, so that no seed is ever seen outside of the database and the server.
create function encore.open_door() returns trigger
language plpgsql security definer set search_path = pg_catalog, encore as $$
begin
  insert into encore.ticket_key (seed, event_id)
    values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), new.id);
  insert into encore.check_in_list (event_id, code, name) values (new.id, 'main', 'Main');
  return null;
end
$$;
revoke execute on function encore.open_door() from public;
create trigger open_door after insert on encore.live_event for each row execute function encore.open_door();

insert into encore.ticket_key (seed, event_id)
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), id
  from encore.live_event order by id;
insert into encore.check_in_list (event_id, code, name) select id, 'main', 'Main' from encore.live_event order by id;

-- People besides the organizer, event by event. Who left keeps a row, so that what she did stays understandable.
create table encore.event_member (
  id          bigint      generated always as identity,
  event_id    bigint      not null,
  email       text        not null,
  account_id  bigint,
  permissions text[]      not null,
  token_hash  text,
  invited_by  bigint      not null,
  invited_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  removed_at  timestamptz,
  constraint pk_event_member primary key (id),
  constraint uq_event_member_token_hash unique (token_hash),
  constraint fk_event_member_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_event_member_email check (email = lower(email) and length(email) between 3 and 254),
  constraint ck_event_member_permissions
    check (cardinality(permissions) > 0 and permissions <@ array['EDIT', 'ORDERS', 'REFUNDS', 'CHECK_IN', 'REPORTS']),
  constraint ck_event_member_accepted check ((accepted_at is null) = (account_id is null))
);
create unique index uq_event_member_event_id_email on encore.event_member (event_id, email) where removed_at is null;
create index ix_event_member_account_id on encore.event_member (account_id, event_id) where removed_at is null;

-- Whether an account may do this at an event: its organizer may everything.
create function encore.may(p_event bigint, p_account bigint, p_permission text) returns boolean
language plpgsql stable as $$
begin
  return exists (select 1 from encore.live_event where id = p_event and organizer_account_id = p_account)
      or exists (select 1 from encore.event_member
                  where event_id = p_event and account_id = p_account and removed_at is null
                    and p_permission = any (permissions));
end
$$;

-- A telephone or tablet that may scan at one event and do nothing else.
create table encore.gate_device (
  id              bigint      generated always as identity,
  event_id        bigint      not null,
  name            text        not null,
  code_hash       text,
  code_expires_at timestamptz,
  token_hash      text,
  account_id      bigint      not null,
  created_at      timestamptz not null,
  enrolled_at     timestamptz,
  last_seen_at    timestamptz,
  revoked_at      timestamptz,
  constraint pk_gate_device primary key (id),
  constraint uq_gate_device_code_hash unique (code_hash),
  constraint uq_gate_device_token_hash unique (token_hash),
  constraint fk_gate_device_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_gate_device_name check (length(name) between 1 and 60),
  constraint ck_gate_device_enrolled check ((enrolled_at is null) = (token_hash is null)),
  constraint ck_gate_device_code check (code_hash is null or enrolled_at is null)
);
create index ix_gate_device_event_id on encore.gate_device (event_id, id);
comment on column encore.gate_device.account_id is 'Who made the enrolment code, and answers for the device.';

-- Which tickets changed after they were issued: what gates must hear of.
create table encore.ticket_change (
  ticket_id  bigint      not null,
  event_id   bigint      not null,
  changed_at timestamptz not null,
  constraint pk_ticket_change primary key (ticket_id)
);
create index ix_ticket_change_event_id on encore.ticket_change (event_id, changed_at);
insert into encore.ticket_change (ticket_id, event_id, changed_at)
  select id, event_id, now() from encore.ticket where issue > 1 or status <> 'ISSUED';

create function encore.note_ticket_change() returns trigger language plpgsql as $$
begin
  insert into encore.ticket_change (ticket_id, event_id, changed_at) values (new.id, new.event_id, clock_timestamp())
    on conflict (ticket_id) do update set changed_at = excluded.changed_at;
  return null;
end
$$;
create trigger note_ticket_change after update of status, issue on encore.ticket
  for each row when (old.status <> new.status or old.issue <> new.issue) execute function encore.note_ticket_change();
create index ix_ticket_event_id_issued_at on encore.ticket (event_id, issued_at);

-- Where a ticket stands on a list: what all its scans there, in the order of their times, come to.
create table encore.admission (
  ticket_id  bigint      not null,
  list_id    bigint      not null,
  event_id   bigint      not null,
  inside     boolean     not null default false,
  entries    integer     not null default 0,
  doubles    integer     not null default 0,
  visits     integer     not null default 0,
  first_at   timestamptz,
  first_gate text,
  updated_at timestamptz not null,
  constraint pk_admission primary key (ticket_id, list_id),
  constraint fk_admission_ticket_id foreign key (ticket_id) references encore.ticket (id),
  constraint fk_admission_list_id foreign key (list_id) references encore.check_in_list (id),
  constraint ck_admission_not_negative check (entries >= 0 and doubles >= 0 and visits >= 0),
  constraint ck_admission_first check ((entries > 0) = (first_at is not null))
) with (fillfactor = 80);
create index ix_admission_list_id on encore.admission (list_id);
create index ix_admission_event_id on encore.admission (event_id, updated_at);
comment on column encore.admission.entries is 'Entries that count; doubles are entries of somebody while the ticket was in, or used up.';
comment on column encore.admission.visits is 'Numbers the valid entries; an undo does not take it back.';

-- Scans remember the list, the way through the door, the device and its own time, and what an undo takes back.
alter table encore.scan
  add column list_id   bigint,
  add column direction text    not null default 'ENTRY',
  add column admitted  boolean,
  add column visit     integer,
  add column device_id bigint,
  add column device_at timestamptz,
  add column undoes_id bigint,
  add column reason    text;
alter table encore.scan disable trigger forbid_change;
update encore.scan s
   set list_id = l.id, admitted = s.outcome = 'VALID', visit = case when s.outcome = 'VALID' then 1 end
  from encore.check_in_list l where l.event_id = s.event_id and l.code = 'main';
alter table encore.scan enable trigger forbid_change;
alter table encore.scan
  alter column list_id set not null,
  alter column admitted set not null,
  drop constraint ck_scan_entry,
  drop constraint ck_scan_outcome,
  drop constraint ck_scan_earlier,
  add constraint fk_scan_list_id foreign key (list_id) references encore.check_in_list (id),
  add constraint fk_scan_device_id foreign key (device_id) references encore.gate_device (id),
  add constraint fk_scan_undoes_id foreign key (undoes_id) references encore.scan (id),
  add constraint uq_scan_undoes_id unique (undoes_id),
  add constraint ck_scan_entry check (entry in ('SEALED', 'ROTATING', 'TYPED', 'UNREADABLE')),
  add constraint ck_scan_direction check (direction in ('ENTRY', 'EXIT', 'UNDO')),
  add constraint ck_scan_outcome check (outcome in ('VALID', 'ALREADY_USED', 'DOUBLE', 'NOT_INSIDE', 'WRONG_EVENT', 'WRONG_TYPE',
    'NOT_OPEN', 'STATIC_CODE', 'STALE_CODE', 'CANCELLED', 'REFUSED', 'UNKNOWN')),
  add constraint ck_scan_earlier check ((outcome in ('ALREADY_USED', 'DOUBLE')) = (earlier_at is not null)),
  add constraint ck_scan_visit check ((visit is not null) = (outcome = 'VALID' and direction = 'ENTRY')),
  add constraint ck_scan_undo check ((direction = 'UNDO') = (undoes_id is not null and length(reason) between 1 and 200));
-- at most one valid entry for each visit: the referee behind the referee
drop index encore.uq_scan_ticket_id_valid;
create unique index uq_scan_ticket_id_list_id_visit on encore.scan (ticket_id, list_id, visit) where visit is not null;
comment on column encore.scan.scanned_at is 'By the server''s clock; what a device scanned offline was corrected by how far its clock was off.';
comment on column encore.scan.admitted is 'Whether the person went through, which a gate without network decides alone.';

insert into encore.admission (ticket_id, list_id, event_id, inside, entries, visits, first_at, first_gate, updated_at)
select t.id, l.id, t.event_id, true, 1, 1, t.checked_in_at, t.checked_in_gate, t.checked_in_at
  from encore.ticket t join encore.check_in_list l on l.event_id = t.event_id and l.code = 'main'
 where t.checked_in_at is not null;

-- Reads a ticket's scans on a list in the order of time, device and nonce, so that the same scans come to the same end in
-- whatever order they arrive: the earliest entry counts, every other one while it is in is a double. The caller holds the
-- lock of the ticket's row.
create function encore.fold_admission(p_ticket bigint, p_list bigint, p_now timestamptz) returns void
language plpgsql as $$
declare
  v_scan    encore.scan;
  v_reentry boolean;
  v_inside  boolean := false;
  v_entries integer := 0;
  v_doubles integer := 0;
  v_visits  integer;
  v_first   timestamptz;
  v_gate    text;
begin
  select reentry into v_reentry from encore.check_in_list where id = p_list;
  select coalesce(max(visit), 0) into v_visits from encore.scan where ticket_id = p_ticket and list_id = p_list;
  for v_scan in
    select s.* from encore.scan s
     where s.ticket_id = p_ticket and s.list_id = p_list and s.admitted
       and s.direction in ('ENTRY', 'EXIT') and s.outcome in ('VALID', 'DOUBLE', 'NOT_INSIDE')
       and not exists (select 1 from encore.scan u where u.undoes_id = s.id)
     order by s.scanned_at, coalesce(s.device_id, 0), s.nonce
  loop
    if v_scan.direction = 'EXIT' then
      v_inside := false;
    else
      if v_inside or v_entries > 0 and not v_reentry then
        v_doubles := v_doubles + 1;
      else
        v_entries := v_entries + 1;
        v_first := coalesce(v_first, v_scan.scanned_at);
        v_gate := coalesce(v_gate, v_scan.gate);
      end if;
      v_inside := true;
    end if;
  end loop;
  insert into encore.admission (ticket_id, list_id, event_id, inside, entries, doubles, visits, first_at, first_gate, updated_at)
    select p_ticket, p_list, event_id, v_inside, v_entries, v_doubles, v_visits, v_first, v_gate, p_now
      from encore.ticket where id = p_ticket
    on conflict (ticket_id, list_id) do update
      set inside = v_inside, entries = v_entries, doubles = v_doubles, visits = v_visits,
          first_at = v_first, first_gate = v_gate, updated_at = p_now;
  update encore.ticket set checked_in_at = first.first_at, checked_in_gate = first.first_gate
    from (select (array_agg(first_at order by first_at))[1] as first_at, (array_agg(first_gate order by first_at))[1] as first_gate
            from encore.admission where ticket_id = p_ticket and entries > 0) as first
   where id = p_ticket and (checked_in_at, checked_in_gate) is distinct from (first.first_at, first.first_gate);
end
$$;

drop function encore.check_in(text, bigint, boolean, text, integer, text, text, text, text, timestamptz);

-- The only path through the door, in one round trip: the lock of the ticket's row decides who was first and shuts out refunds
-- and new issues, the row of the scan remembers. A nonce that was seen gets its first answer; the advisory lock makes a
-- repeated request wait for the first one. p_admitted is null when the server decides now, else what a gate decided alone at
-- p_at; a scan that comes late is never lost. p_window is the half minute of a rotating code, p_issue is null when the code
-- was typed. No row when the event or the list is unknown or not open to the caller.
create function encore.check_in(
  p_slug text, p_account bigint, p_any_event boolean, p_device bigint, p_list text, p_direction text,
  p_code text, p_issue integer, p_window bigint, p_entry text, p_gate text, p_nonce text, p_hash text,
  p_at timestamptz, p_device_at timestamptz, p_now timestamptz, p_admitted boolean)
returns encore.scan language plpgsql as $$
declare
  v_event  bigint;
  v_list   encore.check_in_list;
  v_ticket encore.ticket;
  v_state  encore.admission;
  v_scan   encore.scan;
  v_free   boolean;
begin
  select id into v_event from encore.live_event
   where slug = p_slug
     and case when p_device is null then p_any_event or organizer_account_id = p_account or encore.may(id, p_account, 'CHECK_IN')
              else exists (select 1 from encore.gate_device d
                            where d.id = p_device and d.event_id = live_event.id and d.revoked_at is null) end;
  select * into v_list from encore.check_in_list where event_id = v_event and code = p_list;
  if v_list.id is null then
    return null;
  end if;

  perform pg_advisory_xact_lock(hashtextextended(p_account || ' ' || p_nonce, 16));
  select * into v_scan from encore.scan where account_id = p_account and nonce = p_nonce;
  if v_scan.id is not null then
    return v_scan;
  end if;

  select * into v_ticket from encore.ticket where code = p_code and event_id = v_event for no key update;
  if v_ticket.id is null then
    select * into v_ticket from encore.ticket where code = p_code;
    v_scan.outcome := case when v_ticket.id is null then 'UNKNOWN' else 'WRONG_EVENT' end;
  else
    select * into v_state from encore.admission where ticket_id = v_ticket.id and list_id = v_list.id;
    v_free := v_state.ticket_id is null or v_state.entries = 0 or v_list.reentry and not v_state.inside;
    v_scan.outcome := case
      when v_ticket.status <> 'ISSUED' or v_ticket.issue <> coalesce(p_issue, v_ticket.issue) then 'CANCELLED'
      when v_ticket.ticket_type_id <> all (v_list.ticket_type_ids) and cardinality(v_list.ticket_type_ids) > 0 then 'WRONG_TYPE'
      when p_direction = 'EXIT' then case when v_state.inside then 'VALID' else 'NOT_INSIDE' end
      when p_at < v_list.opens_at or p_at >= v_list.closes_at then 'NOT_OPEN'
      when v_list.rotating and p_entry <> 'ROTATING' then 'STATIC_CODE'
      when abs(floor(extract(epoch from p_at) / 30) - p_window) > case when p_admitted then 2 else 1 end then 'STALE_CODE'
      when v_free then 'VALID'
      when p_admitted then 'DOUBLE'
      else 'ALREADY_USED' end;
    if v_scan.outcome in ('ALREADY_USED', 'DOUBLE') then
      v_scan.earlier_at := v_state.first_at;
      v_scan.earlier_gate := v_state.first_gate;
    end if;
  end if;
  if v_scan.outcome = 'VALID' and not p_admitted then
    v_scan.outcome := 'REFUSED';
  end if;
  if v_scan.outcome = 'VALID' and p_direction = 'ENTRY' then
    v_scan.visit := coalesce(v_state.visits, 0) + 1;
  end if;

  insert into encore.scan (event_id, list_id, ticket_id, account_id, device_id, gate, nonce, request_hash, entry, direction,
    outcome, admitted, visit, scanned_at, device_at, earlier_at, earlier_gate)
  values (v_event, v_list.id, v_ticket.id, p_account, p_device, p_gate, p_nonce, p_hash, p_entry, p_direction,
    v_scan.outcome, coalesce(p_admitted, v_scan.outcome = 'VALID'), v_scan.visit, p_at, p_device_at,
    v_scan.earlier_at, v_scan.earlier_gate)
  returning * into v_scan;

  if v_scan.visit = 1 and p_admitted is null then
    insert into encore.admission (ticket_id, list_id, event_id, inside, entries, visits, first_at, first_gate, updated_at)
      values (v_ticket.id, v_list.id, v_event, true, 1, 1, p_at, p_gate, p_now)
      on conflict (ticket_id, list_id) do update
        set inside = true, entries = 1, visits = 1, first_at = excluded.first_at, first_gate = excluded.first_gate, updated_at = p_now;
    if v_ticket.checked_in_at is null then
      update encore.ticket set checked_in_at = p_at, checked_in_gate = p_gate where id = v_ticket.id;
    end if;
  elsif v_scan.admitted and v_scan.outcome in ('VALID', 'DOUBLE', 'NOT_INSIDE') then
    perform encore.fold_admission(v_ticket.id, v_list.id, p_now);
  end if;
  return v_scan;
end
$$;

-- Takes a scan back, with a reason and a row of its own. No row when there is no such scan at the caller's events, when it
-- let nobody through, or when it was undone before; the same nonce gets the same answer.
create function encore.undo_scan(
  p_slug text, p_account bigint, p_any_event boolean, p_device bigint, p_scan bigint, p_reason text, p_nonce text,
  p_hash text, p_now timestamptz)
returns encore.scan language plpgsql as $$
declare
  v_old  encore.scan;
  v_scan encore.scan;
begin
  select * into v_scan from encore.scan where account_id = p_account and nonce = p_nonce;
  if v_scan.id is not null then
    return v_scan;
  end if;
  select s.* into v_old from encore.scan s join encore.live_event e on e.id = s.event_id
   where s.id = p_scan and e.slug = p_slug and s.admitted and s.direction in ('ENTRY', 'EXIT')
     and s.outcome in ('VALID', 'DOUBLE', 'NOT_INSIDE')
     and case when p_device is null then p_any_event or encore.may(e.id, p_account, 'CHECK_IN')
              else exists (select 1 from encore.gate_device d
                            where d.id = p_device and d.event_id = e.id and d.revoked_at is null) end;
  if v_old.id is null then
    return null;
  end if;
  perform 1 from encore.ticket where id = v_old.ticket_id for no key update;
  insert into encore.scan (event_id, list_id, ticket_id, account_id, device_id, gate, nonce, request_hash, entry, direction,
    outcome, admitted, scanned_at, undoes_id, reason)
  values (v_old.event_id, v_old.list_id, v_old.ticket_id, p_account, p_device, v_old.gate, p_nonce, p_hash, 'TYPED', 'UNDO',
    'VALID', false, p_now, v_old.id, p_reason)
  on conflict (undoes_id) do nothing
  returning * into v_scan;
  if v_scan.id is null then
    return null;
  end if;
  perform encore.fold_admission(v_old.ticket_id, v_old.list_id, p_now);
  return v_scan;
end
$$;
