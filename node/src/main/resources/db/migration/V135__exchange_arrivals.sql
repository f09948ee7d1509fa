-- What came from partners and what they called back, as it happened here: one line a record.
create table exchange.arrival (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  partner text not null,
  audience text not null,
  record uuid not null,
  sequence bigint not null,
  first boolean not null,
  why text
);
create index arrival_of_record on exchange.arrival (record);

grant select, insert, update, delete, truncate on exchange.arrival to ${app_role};
grant usage on all sequences in schema exchange to ${app_role};
