create schema substances;

-- What people decided about names that no list holds; rebuilt from records of kind substance-mapping.
create table substances.mapping (
  record     uuid primary key,
  reported   text not null unique,
  family     text not null,
  reason     text not null,
  decided_by text not null,
  decided_at timestamptz not null
);

grant usage on schema substances to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema substances to ${app_role};
