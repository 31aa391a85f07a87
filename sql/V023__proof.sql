-- What the log proves: where a chain's leaves are, how claimed and observed chances compare, and what replays found.

create index ix_fairness_leaf_chain on encore.fairness_leaf (substr(body, 11, 64))
  where kind in ('seed-committed', 'seed-revealed');

comment on index encore.ix_fairness_leaf_chain is 'The commitment: bodies of these kinds begin with {"chain":". Draws are found by their chain.';

-- One row per claimed chance: a tier, or the share of its featured items, in one state of pity of one version of the odds.
create table encore.banner_evidence (
  banner_code        text               not null,
  odds_hash          text               not null,
  what               text               not null,
  weight_per_million integer            not null,
  place              integer            not null,
  trials             bigint             not null,
  hits               bigint             not null,
  expected           double precision   not null,
  logs               double precision[] not null,
  constraint pk_banner_evidence primary key (banner_code, odds_hash, what, weight_per_million),
  constraint ck_banner_evidence_weight_per_million check (weight_per_million between -1 and 1000000),
  constraint ck_banner_evidence_hits check (hits between 0 and trials)
);

comment on column encore.banner_evidence.weight_per_million is 'The claim; -1 when it changes with every draw, as in a box.';
comment on column encore.banner_evidence.place is 'Order in which the banner''s claims were first seen.';
comment on column encore.banner_evidence.logs is 'Natural logarithm of the wealth of each bet against the claim.';

create table encore.banner_evidence_progress (
  banner_code text   not null,
  prizes      bigint not null,
  constraint pk_banner_evidence_progress primary key (banner_code)
);

create table encore.banner_evidence_point (
  banner_code  text             not null,
  prizes       bigint           not null,
  log_evidence double precision not null,
  constraint pk_banner_evidence_point primary key (banner_code, prizes)
);

create table encore.banner_alarm (
  banner_code  text             not null,
  log_evidence double precision not null,
  log_index    bigint           not null,
  raised_at    timestamptz      not null,
  constraint pk_banner_alarm primary key (banner_code)
);

create table encore.evidence_progress (
  only_one   boolean not null default true,
  next_index bigint  not null default 0,
  constraint pk_evidence_progress primary key (only_one),
  constraint ck_evidence_progress_only_one check (only_one)
);

insert into encore.evidence_progress default values;

-- What a nightly replay found. The run is the one that began; a run that goes on for it enters its findings here too.
create table encore.replay_finding (
  run_id       bigint not null,
  business_day date   not null,
  subject      text   not null,
  name         text   not null,
  why          text   not null,
  constraint pk_replay_finding primary key (run_id, subject, name, why)
);

create index ix_replay_finding_business_day on encore.replay_finding (business_day desc);
