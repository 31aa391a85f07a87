-- Tickets: one row per seat sold. Its QR code is not stored: it is sealed with the key from code and issue whenever it is drawn.

-- Ed25519 seeds that seal QR codes. The newest seals, all verify; a new row is a new key. Born here, so never in a repository.
create table encore.ticket_key (
  id         smallint    generated always as identity,
  seed       bytea       not null,
  created_at timestamptz not null default now(),
  constraint pk_ticket_key primary key (id),
  constraint ck_ticket_key_seed check (octet_length(seed) = 32)
);
revoke insert, update, delete, truncate on encore.ticket_key from encore_app;
create trigger forbid_change before update or delete or truncate on encore.ticket_key
  for each statement execute function encore.forbid_change();

-- three random UUIDs carry 366 bits of the server's secure random source
insert into encore.ticket_key (seed)
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- T and 12 letters of Crockford's base 32, 60 random bits; bytes 6 and 8 of a UUID are not all random.
create function encore.random_ticket_code() returns text language sql volatile as $$
  select 'T' || string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(random.bytes, place) & 31) + 1, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes offset 0) as random,
         unnest(array[0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14]) as place
$$;

-- Event and account have no foreign keys of their own: they are those of the order, and shared parents are hot.
create table encore.ticket (
  id              bigint      generated always as identity,
  code            text        not null default encore.random_ticket_code(),
  order_id        bigint      not null,
  ticket_type_id  bigint      not null,
  number          integer     not null,
  event_id        bigint      not null,
  account_id      bigint      not null,
  holder_name     text        not null,
  key_id          smallint    not null,
  issue           integer     not null default 1,
  status          text        not null default 'ISSUED',
  issued_at       timestamptz not null,
  checked_in_at   timestamptz,
  checked_in_gate text,
  constraint pk_ticket primary key (id),
  constraint uq_ticket_code unique (code),
  constraint uq_ticket_order_id_ticket_type_id_number unique (order_id, ticket_type_id, number),
  constraint fk_ticket_order_id_ticket_type_id
    foreign key (order_id, ticket_type_id) references encore.order_line (order_id, ticket_type_id),
  constraint fk_ticket_key_id foreign key (key_id) references encore.ticket_key (id),
  constraint ck_ticket_code check (code ~ '^T[0-9A-HJKMNP-TV-Z]{12}$'),
  constraint ck_ticket_number check (number > 0),
  constraint ck_ticket_issue check (issue > 0),
  constraint ck_ticket_status check (status in ('ISSUED', 'CANCELLED')),
  constraint ck_ticket_checked_in check ((checked_in_at is null) = (checked_in_gate is null))
) with (fillfactor = 85);
create index ix_ticket_account_id on encore.ticket (account_id, id desc);
create index ix_ticket_event_id on encore.ticket (event_id) include (status, checked_in_at);

comment on column encore.ticket.number is 'From 1 within the order line: with the line it names a seat sold, so that none is issued twice.';
comment on column encore.ticket.issue is 'Rises when the QR code is replaced; older codes are dead.';
comment on column encore.ticket.account_id is 'Whose ticket it is now.';
