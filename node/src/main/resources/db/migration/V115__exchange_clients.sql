-- Programs that are nobody's node: each reads one audience's collection, writes into an inbox of its own, or both.
-- A name is never given twice.
create table exchange.client (
  name text primary key check (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
  partner text not null,
  audience smallint,
  may_write boolean not null,
  -- Argon2id in PHC string format.
  secret_hash text not null,
  -- SHA-256 of 256 random bits.
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  created_by text not null,
  ended_at timestamptz,
  seen_at timestamptz,
  check (audience is not null or may_write)
);

grant select, insert, update on exchange.client to ${app_role};
