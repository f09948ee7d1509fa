-- What travels: objects as they were first given, and what each audience reads, in order.
create schema exchange;

-- One object for each version of each variant of a record, and the objects that they refer to. Its bytes never become
-- others; they go when the content that they rest on goes.
create table exchange.object (
  id text not null,
  modified bigint not null,
  type text not null,
  sha256 bytea not null,
  body bytea,
  record uuid,
  sequence bigint,
  variant smallint,
  primary key (id, modified)
);
create index object_of_record on exchange.object (record) where record is not null;

-- What each audience reads: objects that were given and those called back. `line` is the moment of the line in the
-- sharing log that it stands for, null for objects that others refer to. `superseded` is the moment of the entry that
-- brought a newer version of the object; `gone` the moment of the one that called it back.
create table exchange.entry (
  audience smallint not null,
  date_added bigint not null,
  action smallint not null check (action in (0, 1)),
  why text,
  object text not null,
  modified bigint not null,
  type text not null,
  first boolean not null,
  superseded bigint,
  gone bigint,
  line bigint,
  primary key (audience, date_added)
);
create index entry_of_object on exchange.entry (audience, object, modified);
create index entry_newest on exchange.entry (audience, date_added)
  where action = 0 and superseded is null and gone is null;

-- How far the sharing log has been made into objects.
create table exchange.frozen (
  audience smallint primary key,
  line bigint not null
);

grant usage on schema exchange to ${app_role};
grant select, insert, update, delete, truncate on all tables in schema exchange to ${app_role};
