-- Tickets change hands: offers to an address, their claims, and an append-only history of every ticket that moved.
-- One conditional update of the ticket's row decides: whoever is let in, refunded or given the ticket first has it.

-- What an organizer lets fans do with tickets; an event without a row lets them send and rename until it starts.
create table encore.transfer_terms (
  event_id          bigint      not null,
  transfers_allowed boolean     not null,
  renames_allowed   boolean     not null,
  closes_at         timestamptz,
  constraint pk_transfer_terms primary key (event_id),
  constraint fk_transfer_terms_event_id foreign key (event_id) references encore.live_event (id)
);
comment on column encore.transfer_terms.closes_at is 'First moment at which tickets stay where they are; null is the start of the event.';

-- The address is kept here and nowhere else, so that it can be erased without touching the history.
create table encore.ticket_transfer (
  id              bigint      generated always as identity,
  code            text        not null,
  ticket_id       bigint      not null,
  issue           integer     not null,
  from_account_id bigint      not null,
  to_email        text        not null,
  to_account_id   bigint,
  status          text        not null default 'PENDING',
  offered_at      timestamptz not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  constraint pk_ticket_transfer primary key (id),
  constraint uq_ticket_transfer_code unique (code),
  constraint fk_ticket_transfer_ticket_id foreign key (ticket_id) references encore.ticket (id),
  constraint ck_ticket_transfer_status check (status in ('PENDING', 'CLAIMED', 'CANCELLED', 'DECLINED', 'EXPIRED')),
  constraint ck_ticket_transfer_expires_at check (expires_at > offered_at),
  constraint ck_ticket_transfer_ended_at check ((status = 'PENDING') = (ended_at is null)),
  constraint ck_ticket_transfer_to_account_id check ((status = 'CLAIMED') = (to_account_id is not null)),
  constraint ck_ticket_transfer_to_email check (length(to_email) <= 254)
);
create unique index uq_ticket_transfer_ticket_id_pending on encore.ticket_transfer (ticket_id) where status = 'PENDING';
create index ix_ticket_transfer_ticket_id on encore.ticket_transfer (ticket_id, id);
create index ix_ticket_transfer_from_account_id on encore.ticket_transfer (from_account_id, id desc);
create index ix_ticket_transfer_to_account_id on encore.ticket_transfer (to_account_id, id desc);
create index ix_ticket_transfer_to_email on encore.ticket_transfer (to_email) where status = 'PENDING';
create index ix_ticket_transfer_expires_at on encore.ticket_transfer (expires_at) where status = 'PENDING';

comment on column encore.ticket_transfer.issue is 'Of the ticket when it was offered: one whose code was replaced since is not the one that was offered.';

-- What happened to a ticket after it was sold: account numbers and issues, no names.
create table encore.ticket_step (
  id               bigint      generated always as identity,
  ticket_id        bigint      not null,
  kind             text        not null,
  transfer         text,
  actor_account_id bigint,
  owner_account_id bigint      not null,
  issue            integer     not null,
  at               timestamptz not null,
  constraint pk_ticket_step primary key (id),
  constraint fk_ticket_step_ticket_id foreign key (ticket_id) references encore.ticket (id),
  constraint ck_ticket_step_kind check (kind ~ '^[A-Z_]{3,30}$')
);
create index ix_ticket_step_ticket_id on encore.ticket_step (ticket_id, id);
comment on column encore.ticket_step.transfer is 'Code of the transfer or offer that it belongs to, or null.';
comment on column encore.ticket_step.actor_account_id is 'Who did it; null when time did.';
comment on column encore.ticket_step.owner_account_id is 'Whose ticket it is afterwards.';

revoke update, delete, truncate on encore.ticket_step from encore_app;
create trigger forbid_change before update or delete or truncate on encore.ticket_step
  for each statement execute function encore.forbid_change();

-- Signs the links in mails. Born here, so never in a repository.
create table encore.transfer_key (
  alone  boolean not null default true,
  secret bytea   not null,
  constraint pk_transfer_key primary key (alone),
  constraint ck_transfer_key_alone check (alone),
  constraint ck_transfer_key_secret check (octet_length(secret) = 32)
);
revoke insert, update, delete, truncate on encore.transfer_key from encore_app;
insert into encore.transfer_key (secret)
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Offers a ticket of the account's own. Answers OFFERED, or why not: SPENT when it was used or cancelled, PROMISED when
-- it is on offer already, null when the account has no such ticket.
create function encore.offer_ticket(
  p_ticket text, p_account bigint, p_code text, p_email text, p_now timestamptz, p_expires timestamptz)
returns text language plpgsql as $$
declare
  v_ticket encore.ticket;
begin
  select * into v_ticket from encore.ticket where code = p_ticket and account_id = p_account for update;
  if v_ticket.id is null then
    return null;
  end if;
  if v_ticket.status <> 'ISSUED' or v_ticket.checked_in_at is not null then
    return 'SPENT';
  end if;
  if encore.ticket_promised(v_ticket.id) then
    return 'PROMISED';
  end if;
  insert into encore.ticket_transfer (code, ticket_id, issue, from_account_id, to_email, offered_at, expires_at)
    values (p_code, v_ticket.id, v_ticket.issue, p_account, p_email, p_now, p_expires);
  insert into encore.ticket_step (ticket_id, kind, transfer, actor_account_id, owner_account_id, issue, at)
    values (v_ticket.id, 'OFFERED', p_code, p_account, p_account, v_ticket.issue, p_now);
  return 'OFFERED';
end
$$;

-- Whether a ticket is promised to somebody else; asked under the lock of its row.
create function encore.ticket_promised(p_ticket bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select from encore.ticket_transfer where ticket_id = p_ticket and status = 'PENDING');
end
$$;

-- The ticket changes hands: account, holder and issue in one update that a scan, a refund and another claim exclude.
-- Answers CLAIMED, CLOSED when the offer is over, SPENT when the ticket was used or cancelled; only CLAIMED changes anything.
create function encore.claim_ticket(p_transfer text, p_account bigint, p_holder text, p_now timestamptz)
returns text language plpgsql as $$
declare
  v_offer  encore.ticket_transfer;
  v_issue  integer;
begin
  update encore.ticket_transfer set status = 'CLAIMED', to_account_id = p_account, ended_at = p_now
   where code = p_transfer and expires_at > p_now and status = 'PENDING'
  returning * into v_offer;
  if v_offer.id is null then
    return 'CLOSED';
  end if;
  update encore.ticket set account_id = p_account, holder_name = p_holder, issue = issue + 1
   where id = v_offer.ticket_id and account_id = v_offer.from_account_id
     and issue = v_offer.issue and status = 'ISSUED' and checked_in_at is null
  returning issue into v_issue;
  if v_issue is null then
    update encore.ticket_transfer set status = 'PENDING', to_account_id = null, ended_at = null where id = v_offer.id;
    return 'SPENT';
  end if;
  insert into encore.ticket_step (ticket_id, kind, transfer, actor_account_id, owner_account_id, issue, at)
    values (v_offer.ticket_id, 'CLAIMED', p_transfer, p_account, p_account, v_issue, p_now);
  return 'CLAIMED';
end
$$;

-- Ends an offer that nobody took. Answers whether it was still open.
create function encore.end_transfer(p_transfer text, p_status text, p_actor bigint, p_now timestamptz)
returns boolean language plpgsql as $$
declare
  v_offer encore.ticket_transfer;
begin
  update encore.ticket_transfer set status = p_status, ended_at = p_now
   where code = p_transfer and status = 'PENDING' and (expires_at > p_now or p_status = 'EXPIRED')
  returning * into v_offer;
  if v_offer.id is null then
    return false;
  end if;
  insert into encore.ticket_step (ticket_id, kind, transfer, actor_account_id, owner_account_id, issue, at)
    values (v_offer.ticket_id, p_status, p_transfer, p_actor, v_offer.from_account_id, v_offer.issue, p_now);
  return true;
end
$$;

-- Another name on the ticket makes a new code, so that what was printed with the old name lets nobody in.
-- Answers as offer_ticket does, RENAMED when it was done.
create function encore.rename_ticket(p_ticket text, p_account bigint, p_holder text, p_now timestamptz)
returns text language plpgsql as $$
declare
  v_ticket encore.ticket;
begin
  select * into v_ticket from encore.ticket where code = p_ticket and account_id = p_account for update;
  if v_ticket.id is null then
    return null;
  end if;
  if v_ticket.status <> 'ISSUED' or v_ticket.checked_in_at is not null then
    return 'SPENT';
  end if;
  if v_ticket.holder_name = p_holder then
    return 'RENAMED';
  end if;
  if encore.ticket_promised(v_ticket.id) then
    return 'PROMISED';
  end if;
  update encore.ticket set holder_name = p_holder, issue = issue + 1 where id = v_ticket.id;
  insert into encore.ticket_step (ticket_id, kind, actor_account_id, owner_account_id, issue, at)
    values (v_ticket.id, 'RENAMED', p_account, p_account, v_ticket.issue + 1, p_now);
  return 'RENAMED';
end
$$;
