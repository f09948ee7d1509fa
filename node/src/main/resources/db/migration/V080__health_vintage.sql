create schema health;

-- Every version of every observation: what a release said about one cell. The newest published one is current.
-- Versions without content (withdrawn, no longer published, emptied) keep their place on the two clocks only.
create table health.vintage (
  sequence         bigint primary key,
  record_id        uuid not null,
  source           text not null,
  published        timestamptz not null,
  held             text not null check (held in ('HELD', 'WITHDRAWN', 'NO_LONGER_PUBLISHED')),
  is_current       boolean not null,
  emptied          boolean not null,
  country          text,
  jurisdiction     text,
  place_code       text,
  scheme           text,
  indicator        text,
  indicator_text   text,
  period_kind      text,
  first_day        date,
  last_day         date,
  measure          text,
  state            text check (state in ('REPORTED', 'PREDICTED', 'SUPPRESSED', 'NOT_AVAILABLE')),
  value            numeric,
  predicted        numeric,
  word             text,
  percent_complete numeric,
  at_least         boolean,
  percent_pending  numeric,
  footnote         text,
  footnote_symbol  text,
  strata           text,
  check (state is null or (value is not null) = (state = 'REPORTED')),
  check (state is null or state <> 'PREDICTED' or predicted is not null)
);

create unique index vintage_current on health.vintage (record_id) where is_current;
create index vintage_record on health.vintage (record_id, published, sequence);
create index vintage_cell on health.vintage
  (indicator, jurisdiction, measure, period_kind, strata, last_day) where is_current;
create index vintage_month on health.vintage
  (indicator, measure, period_kind, strata, last_day) where is_current;
create index vintage_series on health.vintage (source, indicator, jurisdiction, record_id);

-- Which indicators, jurisdictions and strata there are, so that a page's choices never scan observations.
create table health.series (
  country        text not null,
  jurisdiction   text not null,
  place_code     text not null,
  scheme         text not null,
  indicator      text not null,
  indicator_text text not null,
  measure        text not null,
  period_kind    text not null,
  strata         text not null,
  source         text not null,
  newest         date not null,
  primary key (jurisdiction, indicator, measure, period_kind, strata, source)
);

create index series_indicator on health.series (indicator, measure, period_kind, strata);

-- Files as their senders named them: what can be asked for as a vintage.
create table health.release (
  record_id uuid primary key,
  source    text not null,
  published timestamptz not null,
  file_name text not null,
  sequence  bigint not null
);

create index release_source on health.release (source, published);

grant usage on schema health to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema health to ${app_role};
