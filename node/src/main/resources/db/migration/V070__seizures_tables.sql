-- The seizures desk's lists, made from the ledger: what the records say today.
create schema seizures;

-- A published figure: one cell of somebody's table.
create table seizures.figure (
  record uuid primary key,
  sequence bigint not null,
  month date not null,
  country text not null,
  source text not null,
  agency text not null,
  component text not null,
  region text not null,
  land text not null,
  area text not null,
  substance text not null,
  drug_type text not null,
  fiscal_year text not null,
  quantity numeric not null,
  quantity_text text not null,
  unit text not null,
  kilograms numeric,
  events numeric not null
);
create index figure_newest on seizures.figure (month desc, sequence desc);
create index figure_by_source on seizures.figure (source, substance, month desc, sequence desc);
create index figure_by_substance on seizures.figure (substance, month desc, sequence desc);
create index figure_by_area on seizures.figure (area, substance, month desc, sequence desc);

-- A seizure event. `locality` is the first-level subdivision, else the place itself when it is finer than a country.
create table seizures.event (
  record uuid primary key,
  sequence bigint not null,
  day date not null,
  date_text text not null,
  country text not null,
  source text not null,
  agency text not null,
  place text not null,
  place_label text not null,
  locality text not null,
  setting text not null,
  direction text not null,
  joint boolean not null,
  latitude numeric,
  longitude numeric,
  items integer not null
);
create index event_newest on seizures.event (day desc, sequence desc);
create index event_by_country on seizures.event (country, agency, day desc, sequence desc);
create index event_by_place on seizures.event (place, day desc, sequence desc);
create index event_by_setting on seizures.event (setting, day desc, sequence desc);
create index event_by_sequence on seizures.event (sequence);
create index event_with_point on seizures.event (day desc, sequence desc) where latitude is not null;

-- What was taken, with what its event is listed and filtered by.
create table seizures.item (
  record uuid not null,
  number integer not null,
  sequence bigint not null,
  day date not null,
  day_known boolean not null,
  country text not null,
  source text not null,
  agency text not null,
  place text not null,
  locality text not null,
  setting text not null,
  item_class text not null,
  name text not null,
  substance text not null,
  form text not null,
  weight_basis text not null,
  count_basis text not null,
  site_class text not null,
  quantity numeric,
  quantity_text text not null,
  unit text not null,
  kilograms numeric,
  litres numeric,
  counted numeric,
  count_unit text not null,
  primary key (record, number)
);
create index item_newest on seizures.item (day desc, sequence desc, number);
create index item_by_substance on seizures.item (substance, locality, day desc, sequence desc);
create index item_by_class on seizures.item (item_class, form, day desc, sequence desc);
create index item_by_basis on seizures.item (count_basis, site_class, day desc, sequence desc)
  where count_basis <> 'UNKNOWN' or site_class <> 'UNKNOWN';
create index item_by_agency on seizures.item (country, agency, substance, day desc, sequence desc);
create index item_by_sequence on seizures.item (sequence);

-- Two reports that may be of one seizure: what raised it, and what a person decided.
create table seizures.report_pair (
  first uuid not null,
  second uuid not null,
  signal uuid,
  raised_sequence bigint,
  raised timestamptz,
  score numeric,
  parts jsonb not null default '[]',
  decision_sequence bigint,
  verdict text not null default 'OPEN',
  reason text not null default '',
  decided_by text not null default '',
  decided timestamptz,
  primary key (first, second)
);
create index report_pair_newest on seizures.report_pair (coalesce(raised, decided) desc, first, second);
create index report_pair_by_second on seizures.report_pair (second);

-- Events that somebody decided to be one with another. All but one of such a group are `merged`: counted with that one.
-- Rows whose event was emptied stay, so that a count made before stands.
create table seizures.merge_member (
  record uuid primary key,
  sequence bigint not null,
  day date not null,
  country text not null,
  source text not null,
  agency text not null,
  place text not null,
  setting text not null,
  live boolean not null,
  merged boolean not null
);

-- How far the search for double reports has read, by sequence of the event.
create table seizures.detection (
  single boolean primary key default true check (single),
  position bigint not null
);
insert into seizures.detection (position) values (-1);

grant usage on schema seizures to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema seizures to ${app_role};
