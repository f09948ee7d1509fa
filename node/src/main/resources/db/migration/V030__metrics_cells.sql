-- Sums over the desks' cubes. Dimension values are numbered per cube and place of the dimension (d1 to d6, in the
-- cube's order); 0 stands for "any". A month is year * 12 + month - 1. `facts` is how many facts a sum rests on.
create schema metrics;

create table metrics.cube (
  id smallint primary key,
  name text not null unique,
  shape text not null
);

create table metrics.dimension_value (
  cube smallint not null,
  position smallint not null,
  id int not null,
  value text not null,
  primary key (cube, position, id),
  unique (cube, position, value)
);

-- What the records say today: one row for each subset of the dimensions, so that a filter is a point lookup a month.
create table metrics.cell (
  cube smallint not null,
  d1 int not null, d2 int not null, d3 int not null, d4 int not null, d5 int not null, d6 int not null,
  month int not null,
  facts bigint not null,
  m1 numeric, m2 numeric, m3 numeric, m4 numeric, m5 numeric, m6 numeric, m7 numeric, m8 numeric,
  primary key (cube, d1, d2, d3, d4, d5, d6, month)
) with (fillfactor = 80);

-- Every change of a sum by history dimensions, at its place in the ledger.
create table metrics.delta (
  cube smallint not null,
  sequence bigint not null,
  published_micros bigint not null,
  d1 int not null, d2 int not null, d3 int not null, d4 int not null, d5 int not null, d6 int not null,
  month int not null,
  facts bigint not null,
  m1 numeric, m2 numeric, m3 numeric, m4 numeric, m5 numeric, m6 numeric, m7 numeric, m8 numeric
);
create index delta_by_sequence on metrics.delta (cube, sequence);

-- The same changes added up over whole blocks of the ledger: level 1 by 2^12 versions, level 2 by 2^17.
create table metrics.delta_block (
  cube smallint not null,
  level smallint not null,
  d1 int not null, d2 int not null, d3 int not null, d4 int not null, d5 int not null, d6 int not null,
  month int not null,
  published_micros bigint not null,
  block int not null,
  facts bigint not null,
  m1 numeric, m2 numeric, m3 numeric, m4 numeric, m5 numeric, m6 numeric, m7 numeric, m8 numeric,
  primary key (cube, level, d1, d2, d3, d4, d5, d6, month, published_micros, block)
) with (fillfactor = 80);

-- Facts whose record has been emptied: figures keep them, and say so.
create table metrics.emptied_fact (
  cube smallint not null,
  sequence bigint not null,
  ordinal int not null,
  d1 int not null, d2 int not null, d3 int not null, d4 int not null, d5 int not null, d6 int not null,
  month int not null,
  emptied timestamptz not null,
  primary key (cube, sequence, ordinal)
);
create index emptied_fact_by_month on metrics.emptied_fact (cube, month);

grant usage on schema metrics to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema metrics to ${app_role};
