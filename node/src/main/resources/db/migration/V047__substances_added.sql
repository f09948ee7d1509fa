-- What each record of a substance that people added says now; rebuilt from records of kind registered-substance.
create table substances.added (
  record   uuid primary key,
  sequence bigint not null,
  -- Short name of the partner whose record it is; none for this node.
  origin   text,
  actor    text not null,
  at       timestamptz not null,
  -- Canonical JSON.
  content  text not null
);

grant select, insert, update, delete, truncate on substances.added to ${app_role};
