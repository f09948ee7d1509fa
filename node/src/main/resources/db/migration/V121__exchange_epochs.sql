-- The bytes of what a partner gave, as they were signed, while this node may have them: so that it gets them back when
-- it was restored from a backup. They go with the content of the version that they rest on.
create table exchange.taken_object (
  partner text not null,
  sha256 text not null,
  sequence bigint not null,
  body bytea not null,
  primary key (partner, sha256)
);
create index taken_object_of_version on exchange.taken_object (sequence);

-- Partners that hold more of this node's journal than it has itself: it was restored from a backup. `since` is the last
-- place that both have; two people open a new epoch.
create table exchange.ahead (
  partner text primary key,
  epoch int not null,
  number bigint not null,
  hash text not null,
  since_epoch int not null,
  since_number bigint not null,
  since_hash text not null,
  signed text not null,
  at timestamptz not null,
  complete boolean not null default false,
  proposed_by text,
  proposed_at timestamptz
);

-- This node's own batches as its partners gave them back, with their objects, until the epoch is opened.
create table exchange.returned (
  partner text not null,
  epoch int not null,
  number bigint not null,
  hash text not null,
  previous text not null,
  signed text not null,
  primary key (partner, epoch, number)
);
create table exchange.returned_object (
  partner text not null,
  sha256 text not null,
  body bytea not null,
  primary key (partner, sha256)
);

-- Records that were lost with the old database, and what they became here.
create table exchange.recovered (
  former uuid primary key,
  record uuid not null
);

-- The place that a first batch of a later epoch names as the last one its receiver holds.
alter table exchange.taken add column opens_epoch int, add column opens_number bigint;

grant select, insert, update, delete, truncate on exchange.taken_object, exchange.ahead, exchange.returned,
  exchange.returned_object, exchange.recovered to ${app_role};
