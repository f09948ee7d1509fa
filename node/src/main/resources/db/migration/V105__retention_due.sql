create schema retention;

-- What the records of this room say now, from the ledger: rules, holds, lots; and the agreements whose bases bound how
-- long what a partner gave is kept.
create table retention.entry (
  record uuid primary key,
  kind text not null,
  key text not null,
  sequence bigint not null,
  -- Canonical JSON.
  content text not null
);
create index on retention.entry (kind, sequence);

-- Legal holds in force, column by column, so that a list can be joined with them.
create table retention.hold (
  record uuid primary key,
  -- The one record it holds; none when it holds a kind or a source.
  of_record uuid,
  kind text not null,
  source text not null,
  until date
);
create index on retention.hold (of_record);

-- Records that a person decided to keep until a day.
create table retention.kept (
  of_record uuid primary key,
  decision uuid not null,
  sequence bigint not null,
  until date not null
);
create index on retention.kept (decision);

-- Records that are kept alike: everything that a date of review or purge is counted from. What is due is worked out once
-- for all of them.
create table retention.cohort (
  id bigint primary key,
  kind text not null,
  source text not null,
  parts text not null,
  received date not null,
  published date not null,
  own date,
  expires date,
  review_on date,
  records bigint not null
);

-- Every record that holds content, with the version that counts and its cohort.
create table retention.item (
  record uuid primary key,
  sequence bigint not null,
  cohort bigint not null
);
create index on retention.item (cohort, record);

-- When what is due, and why: `rule:…`, `basis:…` or `marking`.
create table retention.due (
  cohort bigint not null,
  action text not null,
  part text not null,
  on_day date not null,
  why text not null,
  primary key (cohort, action, part)
);
create index on retention.due (action, on_day, cohort, part);

-- Purges that one person asked for and another has yet to confirm. Not from the ledger.
create table retention.proposal (
  id uuid primary key,
  why text not null,
  part text not null,
  day date not null,
  count bigint not null,
  asked_by text not null,
  asked_at timestamptz not null
);

-- Signals that were raised, by what they tell of. Not from the ledger: raised again, it is the same signal.
create table retention.told (
  key text primary key,
  signal uuid not null,
  open boolean not null
);

grant usage on schema retention to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema retention to ${app_role};
