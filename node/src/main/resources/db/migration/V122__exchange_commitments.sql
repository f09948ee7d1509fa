-- This node's word on its own ledger for each day: SHA-256 over the salt and the signed note of the last checkpoint
-- before that day. The salt stays here until an auditor is shown it.
create table exchange.own_commitment (
  day date primary key,
  salt bytea not null check (length(salt) = 32),
  note text not null,
  sha256 text not null
);
create table exchange.told_commitment (
  partner text not null,
  day date not null,
  told timestamptz not null,
  primary key (partner, day)
);

-- The words of partners on theirs, with the signed messages that brought them.
create table exchange.their_commitment (
  partner text not null,
  day date not null,
  sha256 text not null,
  signed text not null,
  at timestamptz not null,
  primary key (partner, day, sha256)
);

grant select, insert, update, delete, truncate on exchange.own_commitment, exchange.told_commitment,
  exchange.their_commitment to ${app_role};
