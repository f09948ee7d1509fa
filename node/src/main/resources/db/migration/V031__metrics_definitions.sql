-- Metric definitions as the ledger holds them; a version once issued is not changed.
create table metrics.definition (
  id text not null,
  version int not null,
  record uuid not null unique,
  document text not null,
  primary key (id, version)
);

-- The versions behind a figure of a month: where its changes stand in the ledger.
create index delta_by_month on metrics.delta (cube, month, sequence);

grant select, insert, update, delete, truncate on all tables in schema metrics to ${app_role};
