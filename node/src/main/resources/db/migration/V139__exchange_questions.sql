-- What nodes ask, answer and tell about passing records on, as the ledger has it.
create table exchange.onward (
  record uuid primary key,
  sequence bigint not null,
  kind text not null,
  -- Short name of the partner's node that made it; none for a record of this node.
  partner text,
  number text not null,
  object text not null,
  at timestamptz not null,
  content text not null
);
create index onward_of_number on exchange.onward (number);
create index onward_of_object on exchange.onward (object);
create index onward_latest on exchange.onward (kind, at desc);

-- How far the lines of each audience have been looked through for what partners gave, and the records found.
create table exchange.onward_seen (
  audience smallint primary key,
  line bigint not null
);
create table exchange.passed_on (
  record uuid primary key,
  partner text not null,
  object text not null,
  settled boolean not null
);
create index passed_on_open on exchange.passed_on (record) where not settled;

-- Questions and late copies that people were told of. Not from the ledger: told again, it is the same signal.
create table exchange.onward_told (
  key text primary key
);

grant select, insert, update, delete, truncate on exchange.onward, exchange.onward_seen, exchange.passed_on,
  exchange.onward_told to ${app_role};
