-- The transparency log: an append-only Merkle tree of RFC 6962 over everything that fairness promises. Whoever decides
-- something writes a leaf in the same transaction; the sequencer gives committed leaves their places later, so that no
-- transaction ever waits for the log.

create table encore.fairness_leaf (
  id         bigint      generated always as identity,
  kind       text        not null,
  body       text        not null,
  hash       bytea       not null,
  created_at timestamptz not null default now(),
  constraint pk_fairness_leaf primary key (id),
  constraint ck_fairness_leaf_kind check (kind ~ '^[a-z-]{1,40}$'),
  constraint ck_fairness_leaf_hash check (hash = sha256('\x00'::bytea || convert_to(body, 'UTF8')))
);

comment on column encore.fairness_leaf.body is 'Canonical JSON: what was decided. No names and no account numbers: it is public.';
comment on column encore.fairness_leaf.hash is 'SHA-256 of a zero byte and the body (RFC 6962, section 2.1).';

create table encore.fairness_log (
  log_index bigint not null,
  leaf_id   bigint not null,
  constraint pk_fairness_log primary key (log_index),
  constraint uq_fairness_log_leaf_id unique (leaf_id),
  constraint ck_fairness_log_log_index check (log_index >= 0)
);

-- Hashes of complete subtrees: node_index of level 3 covers leaves 8 * node_index to 8 * node_index + 7.
create table encore.fairness_node (
  level      smallint not null,
  node_index bigint   not null,
  hash       bytea    not null,
  constraint pk_fairness_node primary key (level, node_index),
  constraint ck_fairness_node_level check (level between 1 and 62)
);

create table encore.fairness_checkpoint (
  tree_size bigint      not null,
  root      bytea       not null,
  note      text        not null,
  signed_at timestamptz not null,
  constraint pk_fairness_checkpoint primary key (tree_size)
);

-- What witnesses say of a checkpoint (C2SP tlog-cosignature).
create table encore.fairness_cosignature (
  tree_size   bigint      not null,
  witness     text        not null,
  line        text        not null,
  received_at timestamptz not null,
  constraint pk_fairness_cosignature primary key (tree_size, witness),
  constraint fk_fairness_cosignature_tree_size foreign key (tree_size) references encore.fairness_checkpoint (tree_size)
);

comment on column encore.fairness_cosignature.witness is 'The key of the witness as C2SP writes it.';

-- Every key that ever signed a checkpoint, so that old ones can be checked after a change of keys. The private half is
-- here only where the settings gave none.
create table encore.fairness_key (
  id          bigint      generated always as identity,
  vkey        text        not null,
  private_key bytea,
  made_at     timestamptz not null default now(),
  constraint pk_fairness_key primary key (id),
  constraint uq_fairness_key_vkey unique (vkey),
  constraint ck_fairness_key_private_key check (length(private_key) = 32)
);

do $$
declare
  name text;
begin
  foreach name in array array['fairness_leaf', 'fairness_log', 'fairness_node', 'fairness_checkpoint',
                            'fairness_cosignature', 'fairness_key'] loop
    execute format('revoke update, delete, truncate on encore.%I from encore_app', name);
    execute format('create trigger %I before update or delete or truncate on encore.%I
                      for each statement execute function encore.forbid_change()', name || '_is_append_only', name);
  end loop;
end
$$;

-- Numbers of leaves are handed out before their transactions commit, and some never do. Up to settled nothing can appear
-- any more. A candidate is a number that was the last one handed out when those writers were still at work: it settles as
-- soon as all of them are over.
create table encore.fairness_progress (
  only_one  boolean not null default true,
  settled   bigint  not null default 0,
  candidate bigint  not null default 0,
  writers   text[]  not null default '{}',
  constraint pk_fairness_progress primary key (only_one),
  constraint ck_fairness_progress_only_one check (only_one)
);

insert into encore.fairness_progress default values;

create function encore.leaf_hash(p_body text) returns bytea language sql immutable as $$
  select sha256('\x00'::bytea || convert_to(p_body, 'UTF8'))
$$;

create function encore.log_leaf(p_kind text, p_body text) returns bigint language sql as $$
  insert into encore.fairness_leaf (kind, body, hash) values (p_kind, p_body, encore.leaf_hash(p_body)) returning id
$$;

-- Gives places to committed leaves that have none, in the order of their numbers, and returns them with their places. The
-- caller holds the sequencer's advisory lock. Writers are known by their lock on the table, which they take before the
-- number and keep until they are over: a look that takes no lock itself and makes nobody wait. The plan must not depend on
-- how old the statistics are: always from the settled number on, along the indexes.
create function encore.sequence_leaves(p_most integer) returns table (log_index bigint, hash bytea) language plpgsql
  set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off as $$
declare
  progress encore.fairness_progress;
  handed   bigint;
  now_at   text[];
  next_at  bigint;
  placed   integer;
begin
  select * into progress from encore.fairness_progress;
  select case when s.is_called then s.last_value else 0 end into handed from encore.fairness_leaf_id_seq s;
  select coalesce(array_agg(k.virtualtransaction), '{}') into now_at
    from pg_locks k
   where k.locktype = 'relation' and k.relation = 'encore.fairness_leaf'::regclass and k.mode = 'RowExclusiveLock'
     and k.database = (select d.oid from pg_database d where d.datname = current_database());

  select coalesce(max(g.log_index) + 1, 0) into next_at from encore.fairness_log g;
  insert into encore.fairness_log (log_index, leaf_id)
  select next_at + row_number() over (order by pending.id) - 1, pending.id
    from (select l.id from encore.fairness_leaf l
           where l.id > progress.settled and not exists (select from encore.fairness_log g where g.leaf_id = l.id)
           order by l.id limit p_most) pending;
  get diagnostics placed = row_count;

  if placed < p_most and not progress.writers && now_at then
    update encore.fairness_progress set settled = progress.candidate, candidate = handed, writers = now_at
     where settled < handed;
  end if;
  return query
    select g.log_index, l.hash from encore.fairness_log g join encore.fairness_leaf l on l.id = g.leaf_id
     where g.log_index >= next_at order by g.log_index;
end
$$;
