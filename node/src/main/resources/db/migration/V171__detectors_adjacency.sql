-- What people decided about which places are next to each other.
create table detectors.adjacency (
  record uuid primary key,
  sequence bigint not null,
  -- Canonical JSON.
  content text not null
);

grant select, insert, update, delete, truncate on detectors.adjacency to ${app_role};
