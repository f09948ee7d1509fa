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
