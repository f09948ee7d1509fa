-- What may leave, to whom, and what each has been given.
create schema sharing;

-- Who may be given anything: one line for each audience of each partner's agreement, in the order of appearance. A bit
-- once given to an audience is never given to another.
create table sharing.audience (
  bit smallint primary key check (bit between 0 and 63),
  agreement uuid not null,
  partner text not null,
  name text not null,
  terms text not null,
  ended boolean not null,
  unique (partner, name)
);

-- Records that are decided alike, whatever they say: same kind, marking, parts and origin.
create table sharing.likeness (
  id int primary key,
  traits text not null unique
);

-- The audiences that may have the records of a likeness, one bit each, as decided on a day under the terms of a day;
-- `swept` is the last place in the ledger whose records have been held against it.
create table sharing.mask (
  likeness int primary key,
  mask bigint not null,
  decided date not null,
  terms text not null,
  swept bigint not null
);

-- What each record says now, and who has which version of it.
create table sharing.standing (
  record uuid primary key,
  sequence bigint not null,
  likeness int not null,
  told bigint not null,
  told_sequence bigint not null
) with (fillfactor = 80);
create index standing_in_order on sharing.standing (sequence) include (likeness);

-- What each audience was given and what was called back, in the order in which it may read it.
create table sharing.log (
  audience smallint not null,
  date_added bigint not null,
  record uuid not null,
  sequence bigint not null,
  action smallint not null,
  variant smallint not null,
  disclosure bigint not null,
  primary key (audience, date_added)
);
create index log_of_record on sharing.log (record);

-- Versions that lost their content after somebody was given it, until they have been called back.
create table sharing.erased (
  sequence bigint primary key,
  record uuid not null
);

grant usage on schema sharing to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema sharing to ${app_role};
