-- What stewards have decided to go on stating to partners; the decision itself is the record.
create table metrics.standing (
  record uuid primary key,
  decided_by text not null,
  decided_at timestamptz not null
);
grant select, insert, update, delete, truncate on metrics.standing to ${app_role};
