create schema liaison;

-- What the records of this desk say now, from the ledger: postings, rules, requests, answers, feedback, reads, notes,
-- contact reports and the rules for them.
create table liaison.entry (
  record uuid primary key,
  kind text not null,
  sequence bigint not null,
  -- Short name of the partner's node that made it; none for a record of this node.
  origin text,
  key text not null,
  -- What it is filed under: the number of a request, the account of a posting, the posting of a read.
  filed_under text not null,
  at timestamptz not null,
  -- Canonical JSON of all its parts.
  content text not null
);
create index on liaison.entry (kind, at desc, sequence desc);
create index on liaison.entry (kind, filed_under, at desc);

-- How far each rule has looked through what its audience was given: microseconds since 1970.
create table liaison.matching (
  rule uuid primary key,
  looked bigint not null
);

-- What a rule found. A record that was called back stays, as gone, so that an officer learns of it.
create table liaison.match (
  rule uuid not null,
  record uuid not null,
  sequence bigint not null,
  added bigint not null,
  gone boolean not null,
  primary key (rule, record)
);
create index on liaison.match (rule, added desc);

-- Rules that one person proposed and another has yet to agree to. Not from the ledger.
create table liaison.proposal (
  id uuid primary key,
  content text not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);

-- Deadlines that people were told of. Not from the ledger: told again, it is the same signal.
create table liaison.told (
  key text primary key
);

grant usage on schema liaison to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema liaison to ${app_role};
