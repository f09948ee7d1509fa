-- The laboratory desk's lists, made from the ledger: what the records say today.
create schema if not exists laboratory;

-- A result: one item of one laboratory.
create table laboratory.result (
  record uuid primary key,
  sequence bigint not null,
  day date not null,
  date_text text not null,
  country text not null,
  laboratory text not null,
  item text not null,
  place text not null,
  area text not null,
  origin text not null,
  status text not null,
  found text not null
);
create index result_newest on laboratory.result (day desc, sequence desc);
create index result_by_area on laboratory.result (area, day desc, sequence desc);
create index result_by_origin on laboratory.result (origin, status, day desc, sequence desc);

-- What was found in it, with what its result is listed under.
create table laboratory.component (
  record uuid not null,
  substance text not null,
  sequence bigint not null,
  day date not null,
  area text not null,
  origin text not null,
  status text not null,
  primary key (record, substance)
);
create index component_by_substance on laboratory.component (substance, day desc, sequence desc);

-- Scopes by what results name them as.
create table laboratory.scope (
  record uuid primary key,
  sequence bigint not null,
  laboratory text not null,
  scope text not null,
  version text not null
);
create index scope_by_name on laboratory.scope (laboratory, scope, version);

-- Proficiency rounds, by the day they closed.
create table laboratory.round (
  record uuid primary key,
  sequence bigint not null,
  closed date not null
);
create index round_newest on laboratory.round (closed desc, record);

grant usage on schema laboratory to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema laboratory to ${app_role};
