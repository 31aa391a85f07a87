-- Events are found by words in any script: Latin words by their beginnings, Chinese characters and kana by pairs of characters.
-- No extension is needed; terms are plain lexemes of a tsvector.

-- Small letters, no accents, full-width forms and half-width kana made usual, katakana read as hiragana.
create function encore.search_fold(p_text text) returns text language sql immutable parallel safe as $$
  select translate(
    lower(normalize(regexp_replace(normalize(coalesce(p_text, ''), nfkd), '[\u0300-\u036f]', '', 'g'), nfkc)),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
$$;

-- The runs of one script in a text: words, or stretches without a space between.
create function encore.search_runs(p_text text) returns setof text language sql immutable parallel safe as $$
  select found[1] from regexp_matches(encore.search_fold(p_text),
    '([a-z0-9\u0370-\u052f]+|[\u3005-\u3007\u3041-\u309f\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7af]+)', 'g') as found
$$;

create function encore.search_vector(p_text text) returns tsvector language sql immutable parallel safe as $$
  select coalesce(array_to_tsvector(array_agg(distinct term)), ''::tsvector)
    from encore.search_runs(p_text) as run,
         lateral (select run as term where ascii(run) < 12288
                  union all
                  select substr(run, place, 2) from generate_series(1, length(run)) as place where ascii(run) >= 12288) as terms
$$;

comment on function encore.search_vector(text) is
  'Of a run without spaces every pair of neighbours, and its last character alone, so that a single character is the beginning of a term.';

-- All words must be there; null when the text has none.
create function encore.search_query(p_text text) returns tsquery language sql immutable parallel safe as $$
  select string_agg(term, ' & ')::tsquery
    from encore.search_runs(p_text) as run,
         lateral (select '''' || run || ''':*' as term where ascii(run) < 12288 or length(run) = 1
                  union all
                  select '''' || substr(run, place, 2) || ''''
                    from generate_series(1, length(run) - 1) as place where ascii(run) >= 12288) as terms
$$;

create table encore.event_search (
  event_id bigint   not null,
  terms    tsvector not null,
  constraint pk_event_search primary key (event_id),
  constraint fk_event_search_event_id foreign key (event_id) references encore.live_event (id) on delete cascade
);
create index ix_event_search_terms on encore.event_search using gin (terms) with (fastupdate = off);

create function encore.index_event() returns trigger language plpgsql as $$
begin
  insert into encore.event_search (event_id, terms)
    select new.id, encore.search_vector(concat_ws(' ', new.title, new.other_title, a.name, v.name, v.city,
                                                  new.description, new.other_description))
      from encore.venue v left join encore.artist a on a.id = new.artist_id where v.id = new.venue_id
    on conflict (event_id) do update set terms = excluded.terms;
  return null;
end
$$;
create trigger event_is_found after insert or update of title, other_title, description, other_description, venue_id, artist_id
  on encore.live_event for each row execute function encore.index_event();

-- a new name of a hall or an artist is a new word of their events
create function encore.index_events_of() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'venue' then
    update encore.live_event set venue_id = venue_id where venue_id = new.id;
  else
    update encore.live_event set artist_id = artist_id where artist_id = new.id;
  end if;
  return null;
end
$$;
create trigger events_are_found after update of name, city on encore.venue
  for each row when (old.name <> new.name or old.city <> new.city) execute function encore.index_events_of();
create trigger events_are_found after update of name on encore.artist
  for each row when (old.name <> new.name) execute function encore.index_events_of();

update encore.live_event set title = title;

create index ix_live_event_ahead on encore.live_event (starts_at, id) where status in ('PUBLISHED', 'POSTPONED');

-- A copy is a draft with the same words, pictures and offer, moved to another day. All columns come along, whoever added them.
-- p_keep_opening leaves the beginnings of sales where they are, as for the dates of a series; else they move with the day.
create function encore.copy_event(
  p_from bigint, p_slug text, p_title text, p_account bigint, p_starts_at timestamptz, p_keep_opening boolean, p_now timestamptz)
returns bigint language plpgsql security definer set search_path = encore, pg_temp as $$
declare
  v_from  encore.live_event;
  v_id    bigint := nextval(pg_get_serial_sequence('encore.live_event', 'id'));
  v_shift interval;
begin
  select * into strict v_from from encore.live_event where id = p_from;
  v_shift := make_interval(secs => extract(epoch from p_starts_at - v_from.starts_at));
  insert into encore.live_event overriding system value
    select (jsonb_populate_record(v_from, jsonb_build_object(
      'id', v_id, 'slug', p_slug, 'title', p_title, 'organizer_account_id', p_account, 'status', 'DRAFT', 'created_at', p_now,
      'published_at', null, 'doors_at', v_from.doors_at + v_shift, 'starts_at', p_starts_at, 'ends_at', v_from.ends_at + v_shift,
      'online_from', v_from.online_from + v_shift, 'series_id', null, 'postponed_at', null, 'original_starts_at', null,
      'date_open', false, 'refund_until', null, 'notice', null, 'cancelled_at', null, 'version', 1))).*;
  insert into encore.event_picture (event_id, file_key, alt, place)
    select v_id, file_key, alt, place from encore.event_picture where event_id = p_from;
  perform encore.copy_offer(p_from, v_id, v_shift, p_keep_opening);
  return v_id;
end
$$;

create function encore.copy_offer(p_from bigint, p_to bigint, p_shift interval, p_keep_opening boolean)
returns void language plpgsql as $$
declare
  v_type  encore.ticket_type;
  v_new   bigint;
  v_map   jsonb := '{}';
begin
  for v_type in select t.* from encore.ticket_type t where t.event_id = p_from
                 order by to_jsonb(t) ->> 'base_type_id' nulls first, t.place loop
    v_new := nextval(pg_get_serial_sequence('encore.ticket_type', 'id'));
    v_map := v_map || jsonb_build_object(v_type.id::text, v_new);
    insert into encore.ticket_type overriding system value
      select (jsonb_populate_record(v_type, jsonb_build_object(
        'id', v_new, 'event_id', p_to, 'version', 1,
        'sale_from', case when p_keep_opening then v_type.sale_from else v_type.sale_from + p_shift end,
        'sale_until', greatest(v_type.sale_until + p_shift,
                               case when p_keep_opening then v_type.sale_from else v_type.sale_from + p_shift end + interval '1 hour'))
        || case when to_jsonb(v_type) ->> 'base_type_id' is null then '{}'
                else jsonb_build_object('base_type_id', v_map -> (to_jsonb(v_type) ->> 'base_type_id')) end)).*;
    insert into encore.ticket_stock (ticket_type_id, capacity, free)
      select v_new, capacity, capacity from encore.ticket_stock where ticket_type_id = v_type.id;
  end loop;
  perform encore.copy_rules(p_from, p_to, v_map, case when p_keep_opening then interval '0' else p_shift end);
end
$$;

comment on function encore.copy_offer(bigint, bigint, interval, boolean) is
  'An add-on comes after its base type, so that the base is copied first.';

-- What types have between them: quotas, bundles, early sales, questions.
create function encore.copy_rules(p_from bigint, p_to bigint, p_map jsonb, p_shift interval) returns void language plpgsql as $$
begin
  if to_regclass('encore.quota') is not null then
    perform encore.define_quota(p_to, q.code, q.name, q.capacity,
              array(select (p_map ->> t.ticket_type_id::text)::bigint from encore.quota_type t where t.quota_id = q.id))
       from encore.quota q where q.event_id = p_from;
  end if;
  if to_regclass('encore.bundle_part') is not null then
    insert into encore.bundle_part (bundle_type_id, ticket_type_id, quantity)
      select (p_map ->> b.bundle_type_id::text)::bigint, (p_map ->> b.ticket_type_id::text)::bigint, b.quantity
        from encore.bundle_part b where p_map ? b.bundle_type_id::text;
    insert into encore.presale (ticket_type_id, kind, subject, amount, opens_at)
      select (p_map ->> r.ticket_type_id::text)::bigint, r.kind, r.subject, r.amount, r.opens_at + p_shift
        from encore.presale r where p_map ? r.ticket_type_id::text;
    insert into encore.event_question (event_id, code, ticket_type_id, per_ticket, kind, label, choices, required, place)
      select p_to, q.code, (p_map ->> q.ticket_type_id::text)::bigint, q.per_ticket, q.kind, q.label, q.choices, q.required, q.place
        from encore.event_question q where q.event_id = p_from and not q.retired;
  end if;
end
$$;

revoke execute on function encore.copy_event, encore.copy_offer, encore.copy_rules from public;
grant execute on function encore.copy_event to encore_app;
