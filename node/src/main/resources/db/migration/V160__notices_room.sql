create schema notices;

-- What the records of this room say now; rebuilt from the ledger. `origin` is the partner whose node made it.
create table notices.entry (
  record   uuid primary key,
  kind     text not null,
  sequence bigint not null,
  origin   text,
  number   text not null,
  at       timestamptz not null,
  content  text not null
);
create index entry_by_kind on notices.entry (kind, at desc, sequence desc);
create index entry_by_number on notices.entry (number, kind, sequence);

-- Of what people were told, so that they are told once; open while it is still so.
create table notices.told (
  key    text primary key,
  signal uuid not null,
  open   boolean not null
);

grant usage on schema notices to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema notices to ${app_role};
