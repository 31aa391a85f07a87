-- The waiting room of a hot sale: places in a queue, and admissions that the hold itself asks for. All of it is here,
-- so that nodes come and go; what nodes keep in memory is a copy that they read again every second.

create table encore.waiting_room (
  event_id          bigint      not null,
  status            text        not null default 'GATHERING',
  opens_at          timestamptz not null,
  draw_at           timestamptz not null,
  paused            boolean     not null default false,
  least_per_minute  integer     not null,
  most_per_minute   integer     not null,
  admission_minutes integer     not null,
  per_minute        real        not null,
  flow_per_minute   real        not null,
  carry             real        not null default 0,
  p95_micros        bigint      not null default 0,
  entrants          integer     not null default 0,
  placed            integer     not null default 0,
  called            integer     not null default 0,
  inside            integer     not null default 0,
  stepped_at        timestamptz not null,
  commitment        text        not null,
  seed              bytea       not null,
  inner_key         bytea       not null,
  outer_key         bytea       not null,
  opened_leaf       bigint      not null,
  entrants_leaf     bigint,
  drawn_leaf        bigint,
  constraint pk_waiting_room primary key (event_id),
  constraint fk_waiting_room_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_waiting_room_status check (status in ('GATHERING', 'FROZEN', 'RUNNING', 'CLOSED')),
  constraint ck_waiting_room_times check (opens_at <= draw_at),
  constraint ck_waiting_room_per_minute check (1 <= least_per_minute and least_per_minute <= most_per_minute and most_per_minute <= 100000),
  constraint ck_waiting_room_admission_minutes check (admission_minutes between 1 and 120),
  constraint ck_waiting_room_keys check (length(seed) = 32 and length(inner_key) = 64 and length(outer_key) = 64),
  constraint ck_waiting_room_called check (0 <= called and called <= placed)
) with (fillfactor = 50);

comment on column encore.waiting_room.draw_at is 'T0: who came before it is in the draw, who comes later queues behind.';
comment on column encore.waiting_room.per_minute is 'How many the controller calls now, between least and most.';
comment on column encore.waiting_room.flow_per_minute is 'How many were called lately, as measured: what estimates are made of.';
comment on column encore.waiting_room.carry is 'The part of a fan that the last step might have called.';
comment on column encore.waiting_room.commitment is 'SHA-256 of the seed, in the log before the room opens.';
comment on column encore.waiting_room.inner_key is 'Of HMAC (RFC 2104): the secret, filled with zeros, xor 0x36; outer_key the same xor 0x5c.';

create table encore.queue_place (
  id         bigint      generated always as identity,
  event_id   bigint      not null,
  account_id bigint      not null,
  code       text        not null,
  luck       text        not null,
  entered_at timestamptz not null,
  place      integer,
  called_at  timestamptz,
  expires_at timestamptz,
  used_at    timestamptz,
  used_by    text,
  ended_at   timestamptz,
  constraint pk_queue_place primary key (id),
  constraint uq_queue_place_code unique (code),
  constraint fk_queue_place_event_id foreign key (event_id) references encore.waiting_room (event_id),
  constraint ck_queue_place_luck check (luck ~ '^[!-~]{1,64}$'),
  constraint ck_queue_place_called_at check ((called_at is null) = (expires_at is null) and (place is not null or called_at is null)),
  constraint ck_queue_place_used_at check ((used_at is null) = (used_by is null) and (called_at is not null or used_at is null))
) with (fillfactor = 80);
create unique index uq_queue_place_account on encore.queue_place (event_id, account_id) where ended_at is null;
create unique index uq_queue_place_place on encore.queue_place (event_id, place) where place is not null;
create index ix_queue_place_new on encore.queue_place (event_id, id) where place is null and ended_at is null;
create index ix_queue_place_inside on encore.queue_place (event_id, expires_at) where called_at is not null and used_at is null;

comment on column encore.queue_place.code is 'Public: how a fan is called in the list of entrants, where nobody else knows her.';
comment on column encore.queue_place.luck is 'What the fan''s own browser gave to the draw.';
comment on column encore.queue_place.ended_at is 'The place was used or missed, and its fan came again.';

-- What the draw was made from, kept as it was published.
create table encore.queue_draw (
  event_id   bigint      not null,
  entrants   text        not null,
  hash       text        not null,
  frozen_at  timestamptz not null,
  constraint pk_queue_draw primary key (event_id),
  constraint fk_queue_draw_event_id foreign key (event_id) references encore.waiting_room (event_id),
  constraint ck_queue_draw_hash check (hash = encode(sha256(convert_to(entrants, 'UTF8')), 'hex'))
);
create trigger queue_draw_is_append_only before update or delete or truncate on encore.queue_draw
  for each statement execute function encore.forbid_change();
revoke update, delete, truncate on encore.queue_draw from encore_app;

-- How each node feels: what the controller steers by. Losing it in a crash is harmless.
create unlogged table encore.queue_pulse (
  node       text        not null,
  holds      integer     not null,
  p95_micros bigint      not null,
  felt_at    timestamptz not null,
  constraint pk_queue_pulse primary key (node)
);

-- A place at the end of the queue, or the one the account has. A place that was used, or whose time has passed, is over.
create function encore.enter_queue(p_event bigint, p_account bigint, p_code text, p_luck text, p_now timestamptz)
returns encore.queue_place language plpgsql as $$
declare
  v_place encore.queue_place;
begin
  loop
    select * into v_place from encore.queue_place
     where event_id = p_event and account_id = p_account and ended_at is null;
    if found then
      if v_place.used_at is null and (v_place.expires_at is null or v_place.expires_at > p_now) then
        return v_place;
      end if;
      update encore.queue_place set ended_at = p_now where id = v_place.id and ended_at is null;
    end if;
    insert into encore.queue_place (event_id, account_id, code, luck, entered_at)
      values (p_event, p_account, p_code, p_luck, p_now)
      on conflict (event_id, account_id) where ended_at is null do nothing
      returning * into v_place;
    if found then
      return v_place;
    end if;
  end loop;
end
$$;

-- HMAC-SHA256 of a text under a room's key, in hexadecimal.
create function encore.room_mac(p_inner bytea, p_outer bytea, p_text text) returns text language plpgsql immutable as $$
begin
  return encode(sha256(p_outer || sha256(p_inner || convert_to(p_text, 'UTF8'))), 'hex');
end
$$;

-- Whether this token admits this account to this event now; it does so once. In the transaction of the hold, so that a
-- hold that fails has not used it. The token is EA1.<end, seconds since 1970>.<code of the place>.<signature>.
create function encore.use_admission(
  p_event bigint, p_account bigint, p_admission text, p_reservation text, p_now timestamptz)
returns boolean language plpgsql as $$
declare
  v_parts text[] := string_to_array(p_admission, '.');
  v_good  boolean;
begin
  if p_admission is null or cardinality(v_parts) <> 4 or v_parts[1] <> 'EA1' or v_parts[2] !~ '^[1-9][0-9]{0,10}$' then
    return false;
  end if;
  select v_parts[4] = encore.room_mac(inner_key, outer_key,
           'encore-admission/1:' || p_event || ':' || p_account || ':' || v_parts[2] || ':' || v_parts[3])
    into v_good from encore.waiting_room where event_id = p_event;
  if v_good is not true or to_timestamp(v_parts[2]::bigint) <= p_now then
    return false;
  end if;
  update encore.queue_place set used_at = p_now, used_by = p_reservation
   where event_id = p_event and account_id = p_account and code = v_parts[3]
     and ended_at is null and called_at is not null and used_at is null and expires_at > p_now;
  return found;
end
$$;
