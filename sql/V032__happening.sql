-- What an event may be beside one evening in one hall: online, for adults, in two languages, one of a series, moved or called off.

alter table encore.venue add column online boolean not null default false;
comment on column encore.venue.online is 'A clock without a place, for events that happen online: one for each zone.';

create table encore.event_series (
  id                   bigint      generated always as identity,
  code                 text        not null,
  title                text        not null,
  organizer_account_id bigint      not null,
  created_at           timestamptz not null,
  constraint pk_event_series primary key (id),
  constraint uq_event_series_code unique (code),
  constraint ck_event_series_code check (code ~ '^[a-z0-9][a-z0-9-]{1,79}$')
);

alter table encore.live_event
  add column attendance         text     not null default 'VENUE',
  add column online_link        text,
  add column online_from        timestamptz,
  add column min_age            smallint not null default 0,
  add column language           text     not null default 'en',
  add column other_title        text,
  add column other_description  text,
  add column series_id          bigint,
  add column postponed_at       timestamptz,
  add column original_starts_at timestamptz,
  add column date_open          boolean  not null default false,
  add column refund_until       timestamptz,
  add column notice             text,
  add column cancelled_at       timestamptz,
  add constraint fk_live_event_series_id foreign key (series_id) references encore.event_series (id),
  add constraint ck_live_event_attendance check (attendance in ('VENUE', 'ONLINE', 'HYBRID')),
  add constraint ck_live_event_online check (attendance <> 'VENUE' or online_link is null and online_from is null),
  add constraint ck_live_event_min_age check (min_age between 0 and 99),
  add constraint ck_live_event_language check (language in ('en', 'ja')),
  add constraint ck_live_event_postponed check (status <> 'POSTPONED' or postponed_at is not null and original_starts_at is not null),
  add constraint ck_live_event_date_open check (not date_open or status in ('POSTPONED', 'CANCELLED')),
  drop constraint ck_live_event_status,
  add constraint ck_live_event_status check (status in ('DRAFT', 'PUBLISHED', 'POSTPONED', 'CANCELLED'));
create index ix_live_event_series_id on encore.live_event (series_id, starts_at) where series_id is not null;

comment on column encore.live_event.other_title is 'In the language of the two that "language" is not; null where only one is spoken.';
comment on column encore.live_event.date_open is 'Postponed, and nobody knows yet to when.';
comment on column encore.live_event.refund_until is 'First moment at which who bought before the event was moved may not give the tickets back any more.';

-- The first is live_event.picture_key, which lists read.
create table encore.event_picture (
  id       bigint  generated always as identity,
  event_id bigint  not null,
  file_key text    not null,
  alt      text    not null,
  place    integer not null,
  constraint pk_event_picture primary key (id),
  constraint fk_event_picture_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_event_picture_alt check (length(alt) <= 200)
);
create index ix_event_picture_event_id on encore.event_picture (event_id, place);
insert into encore.event_picture (event_id, file_key, alt, place)
  select id, picture_key, '', 1 from encore.live_event where picture_key is not null;

-- An event was moved or called off: what its organizer said then.
create table encore.event_change (
  id              bigint      generated always as identity,
  event_id        bigint      not null,
  kind            text        not null,
  words           text        not null,
  account_id      bigint      not null,
  made_at         timestamptz not null,
  constraint pk_event_change primary key (id),
  constraint fk_event_change_event_id foreign key (event_id) references encore.live_event (id),
  constraint ck_event_change_kind check (kind in ('POSTPONED', 'CANCELLED')),
  constraint ck_event_change_words check (length(words) <= 2000)
);
create index ix_event_change_event_id on encore.event_change (event_id, id);

-- Who must be told of a change: written with the change itself, ticked off letter by letter.
create table encore.holder_letter (
  change_id  bigint      not null,
  account_id bigint      not null,
  told_at    timestamptz,
  constraint pk_holder_letter primary key (change_id, account_id),
  constraint fk_holder_letter_change_id foreign key (change_id) references encore.event_change (id)
);
create index ix_holder_letter_untold on encore.holder_letter (change_id, account_id) where told_at is null;

-- Orders to be paid back because their event was called off or moved. The order itself says when it is done.
create table encore.event_refund (
  order_id   bigint      not null,
  event_id   bigint      not null,
  reason     text        not null,
  listed_at  timestamptz not null,
  due_at     timestamptz not null,
  asked_at   timestamptz,
  attempts   integer     not null default 0,
  problem    text,
  constraint pk_event_refund primary key (order_id),
  constraint fk_event_refund_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint ck_event_refund_reason check (reason in ('EVENT_CANCELLED', 'EVENT_POSTPONED')),
  constraint ck_event_refund_attempts check (attempts >= 0)
);
create index ix_event_refund_due on encore.event_refund (due_at) where asked_at is null;
create index ix_event_refund_event_id on encore.event_refund (event_id);
