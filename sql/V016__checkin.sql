-- The door: every scan is kept, and the ticket's row says who was first.

create table encore.scan (
  id               bigint      generated always as identity,
  event_id         bigint      not null,
  ticket_id        bigint,
  account_id       bigint      not null,
  gate             text        not null,
  nonce            text        not null,
  request_hash     text        not null,
  entry            text        not null,
  outcome          text        not null,
  scanned_at       timestamptz not null,
  earlier_at       timestamptz,
  earlier_gate     text,
  constraint pk_scan primary key (id),
  constraint uq_scan_account_id_nonce unique (account_id, nonce),
  constraint fk_scan_ticket_id foreign key (ticket_id) references encore.ticket (id),
  constraint ck_scan_gate check (length(gate) between 1 and 60),
  constraint ck_scan_nonce check (length(nonce) between 8 and 100),
  constraint ck_scan_entry check (entry in ('SEALED', 'TYPED', 'UNREADABLE')),
  constraint ck_scan_outcome check (outcome in ('VALID', 'ALREADY_USED', 'WRONG_EVENT', 'CANCELLED', 'UNKNOWN')),
  constraint ck_scan_ticket check ((outcome = 'UNKNOWN') = (ticket_id is null)),
  constraint ck_scan_earlier check ((outcome = 'ALREADY_USED') = (earlier_at is not null))
);
-- at most one VALID scan per ticket: the referee behind the referee
create unique index uq_scan_ticket_id_valid on encore.scan (ticket_id) where outcome = 'VALID';
create index ix_scan_event_id on encore.scan (event_id, id desc);

revoke update, delete, truncate on encore.scan from encore_app;
create trigger forbid_change before update or delete or truncate on encore.scan
  for each statement execute function encore.forbid_change();

-- The only path through the door, in one round trip: the conditional update decides, the row of the scan remembers.
-- A nonce that was seen gets its first answer; the advisory lock makes a repeated request wait for the first one.
-- p_issue is null when the code was typed. No row when the event is unknown or belongs to somebody else.
create function encore.check_in(
  p_slug text, p_account bigint, p_any_event boolean, p_code text, p_issue integer, p_entry text,
  p_gate text, p_nonce text, p_hash text, p_at timestamptz)
returns encore.scan language plpgsql as $$
declare
  v_event  bigint;
  v_ticket encore.ticket;
  v_scan   encore.scan;
begin
  select id into v_event from encore.live_event
   where slug = p_slug and (p_any_event or organizer_account_id = p_account);
  if v_event is null then
    return null;
  end if;

  perform pg_advisory_xact_lock(hashtextextended(p_account || ' ' || p_nonce, 16));
  select * into v_scan from encore.scan where account_id = p_account and nonce = p_nonce;
  if v_scan.id is not null then
    return v_scan;
  end if;

  update encore.ticket set checked_in_at = p_at, checked_in_gate = p_gate
   where code = p_code and event_id = v_event and issue = coalesce(p_issue, issue)
     and status = 'ISSUED' and checked_in_at is null
  returning * into v_ticket;
  if v_ticket.id is not null then
    v_scan.outcome := 'VALID';
  else
    select * into v_ticket from encore.ticket where code = p_code;
    v_scan.outcome := case
      when v_ticket.id is null then 'UNKNOWN'
      when v_ticket.event_id <> v_event then 'WRONG_EVENT'
      when v_ticket.status <> 'ISSUED' or v_ticket.issue <> coalesce(p_issue, v_ticket.issue) then 'CANCELLED'
      else 'ALREADY_USED' end;
    if v_scan.outcome = 'ALREADY_USED' then
      v_scan.earlier_at := v_ticket.checked_in_at;
      v_scan.earlier_gate := v_ticket.checked_in_gate;
    end if;
  end if;

  insert into encore.scan (event_id, ticket_id, account_id, gate, nonce, request_hash, entry, outcome,
    scanned_at, earlier_at, earlier_gate)
  values (v_event, v_ticket.id, p_account, p_gate, p_nonce, p_hash, p_entry, v_scan.outcome,
    p_at, v_scan.earlier_at, v_scan.earlier_gate)
  returning * into v_scan;
  return v_scan;
end
$$;
