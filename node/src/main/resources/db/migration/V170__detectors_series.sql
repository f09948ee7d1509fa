create schema detectors;

-- Counts that desks let be watched: one row for each combination of values, in the order of the watch's dimensions.
create table detectors.series (
  id int primary key,
  watch text not null,
  at text[] not null,
  -- First period with a report, as it stands now.
  first date,
  unique (watch, at)
);
create index on detectors.series (watch, (at[2]));

-- Every change of a count at its place in the ledger: the sum over `published` up to a day is what was published by then.
create table detectors.delta (
  series int not null,
  period date not null,
  published timestamptz not null,
  sequence bigint not null,
  record uuid not null,
  reports int not null,
  looked int not null,
  primary key (series, period, published, sequence)
);
create index on detectors.delta (sequence);

-- Days on which something of a watch was published, by country: a period is judged once its country was heard after it.
create table detectors.heard (
  watch text not null,
  country text not null,
  day date not null,
  primary key (watch, country, day)
);

-- What people decided about settings.
create table detectors.setting (
  record uuid primary key,
  sequence bigint not null,
  name text not null,
  -- Canonical JSON.
  content text not null
);

-- How far each setting has judged. Not from the ledger: judged again, it is the same.
create table detectors.progress (
  setting text primary key,
  fingerprint text not null,
  position bigint not null
);

-- What each place's periods were judged by: where its series begin and end, and how complete the last are.
create table detectors.frame (
  setting text not null,
  region text not null,
  said text not null,
  primary key (setting, region)
);

-- The latest periods of every series, as judged alone.
create table detectors.judged (
  setting text not null,
  at text[] not null,
  period date not null,
  alarm boolean not null,
  -- Probability of so large a count without anything new; null where the method states none.
  chance float8,
  primary key (setting, at, period)
);
create index on detectors.judged (setting, period);

-- Signals that were raised: a series and the periods of its alarms.
create table detectors.told (
  key text primary key,
  setting text not null,
  at text[] not null,
  first date not null,
  last date not null,
  signal uuid not null,
  said text not null,
  open boolean not null
);
create index on detectors.told (setting);

grant usage on schema detectors to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema detectors to ${app_role};
