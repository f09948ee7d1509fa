-- What each cell says today, one row a record: the rows that pages read. The versions stay in `vintage`, which is only
-- added to; a newer version of a cell changes no indexed column here.
create table health.cell (
  record_id        uuid primary key,
  sequence         bigint not null,
  source           text not null,
  published        timestamptz not null,
  held             text not null,
  emptied          boolean not null,
  country          text not null,
  jurisdiction     text not null,
  place_code       text not null,
  scheme           text not null,
  indicator        text not null,
  indicator_text   text not null,
  period_kind      text not null,
  first_day        date not null,
  last_day         date not null,
  measure          text not null,
  state            text not null,
  value            numeric,
  predicted        numeric,
  word             text,
  percent_complete numeric,
  at_least         boolean,
  percent_pending  numeric,
  footnote         text,
  footnote_symbol  text,
  strata           text not null
) with (fillfactor = 80);

insert into health.cell
select record_id, sequence, source, published, held, emptied, country, jurisdiction, place_code, scheme, indicator,
  indicator_text, period_kind, first_day, last_day, measure, state, value, predicted, word, percent_complete, at_least,
  percent_pending, footnote, footnote_symbol, strata
from health.vintage where is_current and held = 'HELD' and state is not null;

create index cell_series on health.cell (indicator, jurisdiction, measure, period_kind, strata, last_day);
create index cell_month on health.cell (indicator, measure, period_kind, strata, last_day);

drop index health.vintage_current, health.vintage_cell, health.vintage_month;
alter table health.vintage drop column is_current;

grant select, insert, update, delete, truncate on health.cell to ${app_role};
