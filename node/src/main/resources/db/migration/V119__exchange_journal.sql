-- The exchange journal: what was sent to each partner and what came from it, batch by batch.

-- Batches written for a partner; `hash` is SHA-256 over the signed text. `acknowledged` is when its receipt came.
create table exchange.sent (
  partner text not null,
  epoch int not null,
  number bigint not null,
  signed text not null,
  hash text not null,
  written timestamptz not null,
  entries int not null,
  recalls int not null,
  acknowledged timestamptz,
  receipt text,
  primary key (partner, epoch, number)
);

-- How far the entries of an audience have been put into batches.
create table exchange.batched (
  audience smallint primary key,
  date_added bigint not null
);

-- What was called back from a partner, and whether it has complied.
create table exchange.sent_recall (
  partner text not null,
  audience text not null,
  added bigint not null,
  object text not null,
  modified timestamptz not null,
  record uuid,
  why text not null,
  epoch int not null,
  number bigint not null,
  due timestamptz not null,
  complied timestamptz,
  copies int,
  told boolean not null default false,
  primary key (partner, audience, added)
);
create index sent_recall_late on exchange.sent_recall (due) where complied is null;

-- The place in each partner's journal up to which every batch has been taken.
create table exchange.feed (
  partner text primary key,
  epoch int not null,
  number bigint not null,
  hash text not null,
  stopped text,
  stopped_at timestamptz,
  heard timestamptz
);

create table exchange.taken (
  partner text not null,
  epoch int not null,
  number bigint not null,
  hash text not null,
  previous text not null,
  signed text not null,
  at timestamptz not null,
  given int not null,
  recalled int not null,
  refused int not null,
  primary key (partner, epoch, number)
);

-- Which version of an object each audience of this node has from a partner, and where it lies in the ledger. What is given
-- again after it was called back is another record here: its key is another one.
create table exchange.held (
  partner text not null,
  audience text not null,
  object text not null,
  modified timestamptz not null,
  added bigint not null,
  kind text not null,
  source text not null,
  key text not null,
  record uuid not null,
  sequence bigint not null,
  primary key (partner, audience, object, added)
);
create index held_of_object on exchange.held (partner, object);
create index held_of_record on exchange.held (record);

-- What a partner called back, for what it recalls may come later.
create table exchange.called_back (
  partner text not null,
  audience text not null,
  object text not null,
  modified timestamptz not null,
  added bigint not null,
  why text not null,
  primary key (partner, audience, object, added)
);

-- Receipts written for a partner's batches, until it has them.
create table exchange.receipt (
  partner text not null,
  epoch int not null,
  number bigint not null,
  signed text not null,
  delivered timestamptz,
  primary key (partner, epoch, number)
);

grant select, insert, update, delete, truncate on exchange.sent, exchange.batched, exchange.sent_recall, exchange.feed,
  exchange.taken, exchange.held, exchange.called_back, exchange.receipt to ${app_role};
