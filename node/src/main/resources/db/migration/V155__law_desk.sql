create schema law;

-- Substances that records of laboratories and services say were found; rebuilt from the ledger.
create table law.detection (
  record    uuid not null,
  sequence  bigint not null,
  -- Key of the substance, as records have it.
  substance text not null,
  country   text not null,
  day       date not null,
  primary key (record, substance)
);
create index on law.detection (substance, country);

-- What the records of this desk say now: readings of instruments, reviews, entered facts, gap reviews.
create table law.entry (
  record   uuid primary key,
  kind     text not null,
  sequence bigint not null,
  -- Short name of the partner whose record it is; none for this node.
  origin   text,
  actor    text not null,
  at       timestamptz not null,
  key      text not null,
  -- Canonical JSON.
  content  text not null
);
create index on law.entry (kind, at desc);

-- What people were told of. Not from the ledger: told again, it is the same signal.
create table law.told (
  key text primary key
);

grant usage on schema law to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema law to ${app_role};
