-- Spectra that nobody could name and that people keep: what each record says now.
create table laboratory.kept_spectrum (
  record   uuid primary key,
  sequence bigint not null,
  source   text not null,
  actor    text not null,
  at       timestamptz not null,
  -- Canonical JSON.
  content  text not null
);

-- What was last said of each, and of what state of the libraries. Found again when it is lost.
create table laboratory.kept_answer (
  record     uuid primary key,
  sequence   bigint not null,
  searched   text not null,
  outcome    text not null,
  family     text not null,
  confidence numeric not null
);

-- The library spectra that are nearest to it, with the terms on which they may be used.
create table laboratory.kept_near (
  record  uuid not null references laboratory.kept_answer on delete cascade,
  place   integer not null,
  name    text not null,
  score   numeric not null,
  matched integer not null,
  library text not null,
  licence text not null,
  named   boolean not null,
  primary key (record, place)
);

-- Names of unknowns that people were told of.
create table laboratory.kept_told (
  key text primary key
);

grant select, insert, update, delete, truncate on
  laboratory.kept_spectrum, laboratory.kept_answer, laboratory.kept_near, laboratory.kept_told to ${app_role};
