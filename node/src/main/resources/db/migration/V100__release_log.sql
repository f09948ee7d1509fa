-- What may leave, to whom, and what each has been given.
create schema release;

-- Who may be given anything: one line for each audience of each partner's agreement, in the order of appearance. A bit
-- once given to an audience is never given to another.
create table release.audience (
  bit smallint primary key check (bit between 0 and 63),
  partner text not null,
  name text not null,
  terms text not null,
  ended boolean not null,
  unique (partner, name)
);

-- Records that are decided alike, whatever they say: same kind, marking, parts and origin.
create table release.likeness (
  id int primary key,
  traits text not null unique
);

-- The audiences that may have the records of a likeness, one bit each, as decided on a day under the terms of a day;
-- `swept` is the last place in the ledger whose records have been held against it.
create table release.mask (
  likeness int primary key,
  mask bigint not null,
  decided date not null,
  terms text not null,
  swept bigint not null
);

-- What each record says now, and who has which version of it.
create table release.standing (
  record uuid primary key,
  sequence bigint not null,
  likeness int not null,
  told bigint not null,
  told_sequence bigint not null
) with (fillfactor = 80);
create index standing_alike on release.standing (likeness, sequence);

-- What each audience was given and what was called back, in the order in which it may read it.
create table release.log (
  audience smallint not null,
  date_added bigint not null,
  record uuid not null,
  sequence bigint not null,
  action smallint not null,
  variant smallint not null,
  disclosure bigint not null,
  primary key (audience, date_added)
);
create index log_of_record on release.log (record);

-- Versions that lost their content after somebody was given it, until they have been called back.
create table release.erased (
  sequence bigint primary key,
  record uuid not null
);

grant usage on schema release to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema release to ${app_role};
