-- What people decided about places that no code tells the subdivision of, or whose shipped subdivision is wrong;
-- rebuilt from records of kind place-mapping.
create table seizures.place_mapping (
  record uuid primary key,
  sequence bigint not null,
  place text not null,
  subdivision text not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null
);
grant select, insert, update, delete, truncate on seizures.place_mapping to ${app_role};

-- Ports, and names of the three countries, stand under their own key from now on: which subdivision they lie in is looked
-- up when it is asked for. Cells take it over with the next rebuild.
update seizures.event set place = locality
where place = '?' and (locality ~ '^(CA|MX|US):(UN_LOCODE|US_PORT):'
  or locality ~ '^(CA|MX|US):AS_REPORTED:\D{1,40}$');
update seizures.item set place = locality
where place = '?' and (locality ~ '^(CA|MX|US):(UN_LOCODE|US_PORT):'
  or locality ~ '^(CA|MX|US):AS_REPORTED:\D{1,40}$');
update seizures.merge_member m set place = e.place from seizures.event e where e.record = m.record and m.place = '?';
