-- What results state of how much is in an item, for medians.
create table laboratory.quantity (
  record      uuid not null,
  component   integer not null,
  sequence    bigint not null,
  substance   text not null,
  day         date not null,
  area        text not null,
  origin      text not null,
  unit        text not null,
  value       numeric not null,
  basis       text not null,
  salt        text,
  uncertainty numeric,
  factor      numeric,
  primary key (record, component)
);
create index quantity_by_substance on laboratory.quantity (substance, origin, day);

-- What a scope looks for.
create table laboratory.scope_analyte (
  record    uuid not null,
  sequence  bigint not null,
  substance text not null,
  primary key (record, substance)
);
create index scope_analyte_by_substance on laboratory.scope_analyte (substance);

alter table laboratory.scope add column valid_from date not null default '1900-01-01';
alter table laboratory.scope add column valid_to date;

-- First and last seen.
create index component_by_place on laboratory.component (substance, origin, area, day);

grant select, insert, update, delete, truncate on laboratory.quantity, laboratory.scope_analyte to ${app_role};
