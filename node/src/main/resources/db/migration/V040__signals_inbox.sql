create schema signals;

-- The inbox; rebuilt from records of kind signal.
create table signals.signal (
  record           uuid primary key,
  detector         text not null,
  title_key        text not null,
  title_arguments  text[] not null,
  evidence         uuid[] not null,
  part_rules       text[] not null,
  part_values      numeric[] not null,
  part_found       text[] not null,
  link             text not null,
  raised           timestamptz not null,
  evidence_emptied boolean not null default false
);
create index signal_by_raised on signals.signal (raised desc, record desc);
create index signal_by_evidence on signals.signal using gin (evidence);

-- What people made of a signal; rebuilt from records of kind signal-triage.
create table signals.triage (
  record     uuid primary key,
  signal     uuid not null unique,
  state      text not null,
  reason     text not null,
  decided_by text not null
);

grant usage on schema signals to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema signals to ${app_role};
