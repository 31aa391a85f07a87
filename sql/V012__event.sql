-- Venues, events and ticket types as people edit them, and the stock of tickets as only SQL changes it.

create table encore.venue (
  id                   bigint  generated always as identity,
  code                 text    not null,
  name                 text    not null,
  address              text    not null,
  city                 text    not null,
  country              text    not null,
  zone                 text    not null,
  organizer_account_id bigint  not null,
  version              integer not null,
  constraint pk_venue primary key (id),
  constraint uq_venue_code unique (code),
  constraint ck_venue_code check (code ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  constraint ck_venue_country check (country ~ '^[A-Z]{2}$')
);

create table encore.live_event (
  id                   bigint      generated always as identity,
  slug                 text        not null,
  title                text        not null,
  description          text        not null,
  category             text        not null,
  artist_id            bigint,
  venue_id             bigint      not null,
  organizer_account_id bigint      not null,
  status               text        not null,
  currency             text        not null,
  doors_at             timestamptz,
  starts_at            timestamptz not null,
  ends_at              timestamptz not null,
  picture_key          text,
  created_at           timestamptz not null,
  published_at         timestamptz,
  version              integer     not null,
  constraint pk_live_event primary key (id),
  constraint uq_live_event_slug unique (slug),
  constraint fk_live_event_venue_id foreign key (venue_id) references encore.venue (id),
  constraint fk_live_event_artist_id foreign key (artist_id) references encore.artist (id),
  constraint ck_live_event_slug check (slug ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  constraint ck_live_event_category
    check (category in ('CONCERT', 'FESTIVAL', 'CLUB', 'FAN_MEETING', 'THEATRE', 'CLASSICAL')),
  constraint ck_live_event_status check (status in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
  constraint ck_live_event_currency check (currency ~ '^[A-Z]{3}$'),
  constraint ck_live_event_times
    check (ends_at > starts_at and (doors_at is null or doors_at <= starts_at)),
  constraint ck_live_event_published_at check (status <> 'PUBLISHED' or published_at is not null)
);
create index ix_live_event_status_starts_at on encore.live_event (status, starts_at);
create index ix_live_event_organizer_account_id on encore.live_event (organizer_account_id, starts_at);
create index ix_live_event_venue_id on encore.live_event (venue_id);
create index ix_live_event_artist_id on encore.live_event (artist_id, starts_at);

create table encore.ticket_type (
  id            bigint      generated always as identity,
  event_id      bigint      not null,
  code          text        not null,
  name          text        not null,
  description   text        not null,
  price_minor   bigint      not null,
  sale_from     timestamptz not null,
  sale_until    timestamptz not null,
  max_per_order integer     not null,
  place         integer     not null,
  version       integer     not null,
  constraint pk_ticket_type primary key (id),
  constraint fk_ticket_type_event_id foreign key (event_id) references encore.live_event (id),
  constraint uq_ticket_type_event_id_code unique (event_id, code),
  constraint ck_ticket_type_price_not_negative check (price_minor >= 0),
  constraint ck_ticket_type_sale_window check (sale_until > sale_from),
  constraint ck_ticket_type_max_per_order check (max_per_order between 1 and 50)
);

-- The hot row: one for each ticket type, apart from what people edit, so that selling and editing never meet.
-- Every ticket is free, held or sold, and the database counts with us.
create table encore.ticket_stock (
  ticket_type_id bigint  not null,
  capacity       integer not null,
  free           integer not null,
  held           integer not null default 0,
  sold           integer not null default 0,
  constraint pk_ticket_stock primary key (ticket_type_id),
  constraint fk_ticket_stock_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint ck_ticket_stock_not_negative check (free >= 0 and held >= 0 and sold >= 0),
  constraint ck_ticket_stock_adds_up check (free + held + sold = capacity)
) with (fillfactor = 40);

-- Sessions that want the same hot row queue at an advisory lock in front of it: twice the throughput at 64
-- connections. Types go in the order of their ids, so that no two calls wait for each other in a circle.
create function encore.lock_tickets(p_types bigint[]) returns void language plpgsql as $$
declare
  v_type bigint;
begin
  for v_type in select distinct wanted.ticket_type from unnest(p_types) as wanted (ticket_type) order by 1 loop
    perform pg_advisory_xact_lock(712, hashint8(v_type));
  end loop;
end
$$;

-- The only statement that moves tickets. Signs say the verb: take (-1, 1, 0), give back (1, -1, 0), sell (0, -1, 1),
-- unsell (1, 0, -1). All or none: answers null, or the id of the first type that has not enough and nothing has moved.
create function encore.move_tickets(
  p_types bigint[], p_quantities integer[], p_free integer, p_held integer, p_sold integer)
returns bigint language plpgsql as $$
declare
  v_type     bigint;
  v_quantity integer;
begin
  perform encore.lock_tickets(p_types);
  for v_type, v_quantity in
    select wanted.ticket_type, sum(wanted.quantity)
      from unnest(p_types, p_quantities) as wanted (ticket_type, quantity)
     group by wanted.ticket_type order by wanted.ticket_type
  loop
    update encore.ticket_stock
       set free = free + p_free * v_quantity, held = held + p_held * v_quantity, sold = sold + p_sold * v_quantity
     where ticket_type_id = v_type
       and free + p_free * v_quantity >= 0
       and held + p_held * v_quantity >= 0
       and sold + p_sold * v_quantity >= 0;
    if not found then
      update encore.ticket_stock s
         set free = free - p_free * moved.quantity, held = held - p_held * moved.quantity,
             sold = sold - p_sold * moved.quantity
        from (select wanted.ticket_type, sum(wanted.quantity)::integer as quantity
                from unnest(p_types, p_quantities) as wanted (ticket_type, quantity)
               where wanted.ticket_type < v_type group by wanted.ticket_type) as moved
       where s.ticket_type_id = moved.ticket_type;
      return v_type;
    end if;
  end loop;
  return null;
end
$$;
