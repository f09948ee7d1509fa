-- The inbox as a place to work: severity, confidence, who looks after a signal, what it turned out to be,
-- and all that happened to it. Everything here is rebuilt from the ledger.
drop table signals.triage;
drop table signals.signal;

-- A signal as its newest version says it. Severity 0: the detector does not rate it.
create table signals.signal (
  record           uuid primary key,
  sequence         bigint not null,
  detector         text not null,
  title_key        text not null,
  title_arguments  text[] not null,
  evidence         uuid[] not null,
  part_rules       text[] not null,
  part_values      numeric[] not null,
  part_found       text[] not null,
  link             text not null,
  severity         integer not null,
  aspects          text[] not null,
  aspect_levels    integer[] not null,
  aspect_found     text[] not null,
  confidence       text,
  raised           timestamptz not null,
  last_found       timestamptz not null,
  times_found      integer not null,
  evidence_emptied boolean not null default false
);
create index signal_by_raised on signals.signal (raised desc, record desc);
create index signal_by_severity on signals.signal (severity desc, raised desc, record desc);
create index signal_by_detector on signals.signal (detector);
create index signal_by_evidence on signals.signal using gin (evidence);

-- What people made of a signal: the decision, the assignment and the judgement that stand.
create table signals.triage (
  record     uuid primary key,
  signal     uuid not null unique,
  sequence   bigint not null,
  state      text not null,
  reason     text not null,
  decided_by text not null,
  decided    timestamptz not null,
  notice     uuid
);
create table signals.assignment (
  record   uuid primary key,
  signal   uuid not null unique,
  sequence bigint not null,
  assignee text not null
);
create index assignment_by_assignee on signals.assignment (assignee);
create table signals.judgement (
  record   uuid primary key,
  signal   uuid not null unique,
  sequence bigint not null,
  verdict  text not null
);

-- All that happened to signals, one row for each version of a record of this room.
create table signals.happening (
  sequence bigint primary key,
  signal   uuid not null,
  at       timestamptz not null,
  what     text not null,
  account  text not null,
  value    text not null,
  said     text not null,
  evidence uuid[] not null
);
create index happening_by_signal on signals.happening (signal, sequence);

grant select, insert, update, delete, truncate on all tables in schema signals to ${app_role};
