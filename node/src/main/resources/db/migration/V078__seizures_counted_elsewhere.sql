-- Reports whose event another report of the same country counts: those that ought to be taken off
-- the figures, and those that a record takes off.
alter table seizures.merge_member add column counted_again boolean not null default false;

create table seizures.counted_elsewhere (
  record uuid primary key,
  told_by uuid not null unique,
  country text not null,
  agency text not null,
  month date not null
);

grant select, insert, update, delete, truncate on seizures.counted_elsewhere to ${app_role};
