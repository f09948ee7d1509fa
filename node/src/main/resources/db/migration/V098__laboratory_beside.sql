-- What stands beside results, made from the ledger: what the records say today.

-- Cases of toxicology: no more than their open part.
create table laboratory.toxicology_case (
  record    uuid primary key,
  sequence  bigint not null,
  day       date not null,
  case_type text not null
);
create index toxicology_case_newest on laboratory.toxicology_case (day desc, sequence desc);

-- What laboratories declare of themselves.
create table laboratory.profile (
  record     uuid primary key,
  sequence   bigint not null,
  laboratory text not null
);
create index profile_by_laboratory on laboratory.profile (laboratory, record);

-- Published counts of reports, by what the publisher counted them under.
create table laboratory.published_count (
  record    uuid primary key,
  sequence  bigint not null,
  from_day  date not null,
  to_day    date not null,
  place     text not null,
  substance text not null,
  choice    text not null,
  reports   bigint not null
);
create index published_count_by_choice on laboratory.published_count (choice, substance, place, from_day);

-- Substances found in samples of drug checking services, with the operator's estimate where there is one.
create table laboratory.check_found (
  record    uuid not null,
  substance text not null,
  sequence  bigint not null,
  day       date not null,
  area      text not null,
  percent   numeric,
  primary key (record, substance)
);
create index check_found_by_substance on laboratory.check_found (substance, area, day);

-- Which laboratory took part in which round.
create table laboratory.participant (
  record      uuid not null,
  sequence    bigint not null,
  participant text not null,
  primary key (record, participant)
);
create index participant_by_name on laboratory.participant (participant, record);

-- Results of one seizure, so that two laboratories can be compared.
alter table laboratory.result add column seizure text not null default '';
create index result_by_seizure on laboratory.result (laboratory, seizure) where seizure <> '';

grant select, insert, update, delete, truncate on laboratory.toxicology_case, laboratory.profile,
  laboratory.published_count, laboratory.check_found, laboratory.participant to ${app_role};
