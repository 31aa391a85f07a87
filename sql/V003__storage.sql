-- Files that every node must serve with the same bytes: pictures, ticket documents, reports.

create table encore.stored_file (
  file_key     text        not null,
  content_type text        not null,
  sha256       text        not null,
  size_bytes   integer     not null generated always as (octet_length(content)) stored,
  stored_at    timestamptz not null,
  content      bytea       not null,
  constraint pk_stored_file primary key (file_key),
  constraint ck_stored_file_key check (
    file_key ~ '^[a-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$' and length(file_key) <= 200),
  constraint ck_stored_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint ck_stored_file_size check (octet_length(content) between 1 and 20971520)
);

-- pictures and documents are compressed already
alter table encore.stored_file alter column content set storage external;

comment on column encore.stored_file.file_key is 'Path-like; keys under public/ are served to anybody at /media/.';
