-- What programs see as collections: one for each audience and one inbox for each client that may write. An id once
-- given stays.
create table exchange.collection (
  id uuid primary key,
  audience smallint unique,
  client text unique,
  check ((audience is null) <> (client is null))
);

-- The secret under which paging tokens are made. They never expire, so it goes where the entries go.
create table exchange.token_key (
  one boolean primary key default true check (one),
  secret bytea not null check (length(secret) = 32)
);

-- All versions that are still given, and those of one type: a page costs what it shows, whatever was called back.
create index entry_given on exchange.entry (audience, date_added) where action = 0 and gone is null;
create index entry_of_type on exchange.entry (audience, type, date_added) where action = 0 and gone is null;

grant select, insert on exchange.collection, exchange.token_key to ${app_role};
