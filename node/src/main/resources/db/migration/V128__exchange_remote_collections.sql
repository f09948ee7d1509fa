-- Collections of other servers that this node reads over TAXII, as the ledger has them.
create table exchange.remote_collection (
  name text primary key,
  record uuid not null,
  -- Which version the row is of: one that is emptied later may have been superseded before.
  sequence bigint not null,
  partner text not null,
  root text not null,
  collection text not null,
  sign_in text not null,
  user_name text,
  -- Certificates of those who vouch for the server, one line each; none: those that Java trusts.
  authorities text not null,
  minutes int not null
);

-- Up to where each was read, and how the last look went. Stays when a collection is no longer read, so that no name is
-- given twice.
create table exchange.remote_place (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
  added_after text not null default '',
  next text not null default '',
  latest text not null default '',
  due_at timestamptz not null,
  looked_at timestamptz,
  -- Why the last look failed, and the HTTP status where there was one.
  failure text,
  status int,
  taken bigint not null default 0,
  refused bigint not null default 0
);

grant select, insert, update, delete, truncate on exchange.remote_collection, exchange.remote_place to ${app_role};
