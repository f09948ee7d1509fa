create schema intake;

-- One delivery of one file and how far it has come.
create table intake.import (
  id bigint generated always as identity primary key,
  state text not null check (state in
    ('RECEIVED', 'RECOGNISED', 'NEEDS_ANSWER', 'CHECKED', 'APPENDING', 'DONE', 'REFUSED', 'FAILED')),
  question text check (question in ('MAPPING', 'PUBLISHED')),
  -- as delivered
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  sender text not null,
  received timestamptz not null,
  asked_to text not null check (asked_to in ('PREVIEW', 'APPEND')),
  from_browser boolean not null,
  synthetic boolean not null,
  sheet text not null,
  stated_published timestamptz,
  stated_format text,
  stated_source text,
  -- as recognised
  format text,
  source text,
  mapping uuid,
  complete boolean,
  usual_lag_days int,
  encoding text,
  layout text,
  columns text[],
  corrects bigint references intake.import (id),
  -- publication
  published timestamptz,
  published_basis text,
  estimate timestamptz,
  -- progress: committed with the batch it counts
  rows_total bigint,
  rows_done bigint not null default 0,
  bytes_read bigint not null default 0,
  appended bigint not null default 0,
  unchanged bigint not null default 0,
  skipped bigint not null default 0,
  quarantined bigint not null default 0,
  not_recognised bigint not null default 0,
  no_longer_published bigint not null default 0,
  covers_from date,
  covers_to date,
  release uuid,
  same_as bigint references intake.import (id),
  confirmed_by text,
  refusal jsonb,
  preview jsonb,
  finished timestamptz,
  check (rows_done = appended + unchanged + skipped + quarantined)
);
create index import_by_file on intake.import (sha256, source) where state = 'DONE';
create index import_unfinished on intake.import (id) where state in ('RECEIVED', 'RECOGNISED', 'APPENDING');
create index import_waiting on intake.import (id) where state = 'NEEDS_ANSWER';

-- Rows that break a rule, as they stood in the file.
create table intake.quarantine (
  import bigint not null references intake.import (id),
  row_number bigint not null,
  cells text[] not null,
  findings jsonb not null,
  outcome text check (outcome in ('RESOLVED', 'REPLACED')),
  outcome_import bigint references intake.import (id),
  primary key (import, row_number)
);

-- The rules a quarantined row breaks: the page filters by them, and counts come from here.
create table intake.quarantine_rule (
  import bigint not null,
  rule text not null,
  row_number bigint not null,
  open boolean not null default true,
  primary key (import, rule, row_number)
);

-- What was appended as reported without being recognised.
create table intake.unrecognised (
  import bigint not null references intake.import (id),
  column_name text not null,
  rule text not null,
  text text not null,
  rows bigint not null,
  primary key (import, column_name, rule, text)
);

-- Rows that carry no record by a rule of their format.
create table intake.skipped (
  import bigint not null references intake.import (id),
  rule text not null,
  rows bigint not null,
  primary key (import, rule)
);

-- How many rows with an equal key a file has had so far; kept while rows of it are in quarantine.
create table intake.ordinal (
  import bigint not null,
  key_hash bytea not null,
  rows int not null,
  primary key (import, key_hash)
);

-- The same for files that are only looked at.
create unlogged table intake.ordinal_preview (
  import bigint not null,
  key_hash bytea not null,
  rows int not null,
  primary key (import, key_hash)
);

-- People's mappings, from the ledger.
create table intake.mapping (
  record uuid primary key,
  name text not null,
  columns_key text not null,
  content text not null,
  published timestamptz not null,
  sequence bigint not null
);
create index mapping_by_columns on intake.mapping (columns_key, published desc, sequence desc);

grant usage on schema intake to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema intake to ${app_role};
grant usage on all sequences in schema intake to ${app_role};
