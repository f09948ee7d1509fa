-- Figures as their originators state them: this node's own, which partners are given, and those that partners gave.
create table metrics.observation (
  record uuid primary key,
  sequence bigint not null,
  source text not null,
  metric text not null,
  version int not null,
  document text not null,
  country text not null,
  apart text not null,
  counted_as text not null,
  length int not null,
  month date not null,
  unit text not null,
  state text not null,
  value numeric,
  checkpoint text not null,
  stated timestamptz not null
);
create index observation_of_metric on metrics.observation (metric, country, month);

-- What was stated to whom, for ever: what was seen stays seen. No reader of the ledger writes here.
create table metrics.stated_series (
  partner text not null,
  metric text not null,
  version int not null,
  apart text not null,
  primary key (partner, metric, version, apart)
);
create table metrics.stated_value (
  id bigint generated always as identity primary key,
  partner text not null,
  metric text not null,
  version int not null,
  apart text not null,
  period text not null,
  behind bigint not null,
  stated timestamptz not null
);
create index stated_value_of_series on metrics.stated_value (partner, metric, version, apart, period, id desc);

-- What opens the commitments to checkpoints that observations carry.
create table metrics.stated_checkpoint (
  commitment text primary key,
  salt bytea not null,
  note text not null,
  stated timestamptz not null
);

grant select, insert, update, delete, truncate on metrics.observation to ${app_role};
grant select, insert on metrics.stated_series, metrics.stated_value, metrics.stated_checkpoint to ${app_role};
grant usage on all sequences in schema metrics to ${app_role};
