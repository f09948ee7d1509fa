-- The identifier an agency gave its record, for the search box: "" where a source gives none. Folded to lower case in
-- the index, compared byte by byte, so that a beginning is found as quickly as the whole.
alter table seizures.event add column source_key text not null default '';
create index event_by_source_key on seizures.event ((lower(source_key) collate "C")) where source_key <> '';

-- Numbers of case files: from the nominal part of the record, gone when that is emptied.
create table seizures.case_number (
  record uuid not null,
  sequence bigint not null,
  number text not null,
  primary key (record, number)
);
create index case_by_number on seizures.case_number ((lower(number) collate "C"));

grant select, insert, update, delete, truncate on seizures.case_number to ${app_role};
