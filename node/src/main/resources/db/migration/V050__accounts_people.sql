-- Who may use this node, and what they did. Not records: accounts and sessions stay outside the ledger.
create schema accounts;

create table accounts.account (
  name text primary key check (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
  full_name text not null check (length(full_name) between 1 and 200),
  -- Argon2id in PHC string format: algorithm, parameters, salt, hash.
  password_hash text not null,
  roles text[] not null,
  disabled boolean not null default false,
  -- True until the person has set a password nobody else has seen.
  must_change boolean not null,
  -- Goes up when a password, a role or the account's state changes: sessions of an older epoch end.
  epoch integer not null default 0,
  language text check (language in ('en', 'es', 'fr')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  created_at timestamptz not null,
  created_by text not null,
  signed_in_at timestamptz,
  signed_in_before timestamptz
);

create table accounts.token (
  id uuid primary key,
  account text not null references accounts.account (name),
  label text not null check (length(label) between 1 and 100),
  -- SHA-256 of 256 random bits: such a token needs no slow hash.
  hash bytea not null unique check (length(hash) = 32),
  created_at timestamptz not null,
  expires_on date not null,
  used_on date,
  revoked_at timestamptz
);
create index on accounts.token (account);

create table accounts.failed_sign_in (
  account text not null,
  address text not null,
  at timestamptz not null
);
create index on accounts.failed_sign_in (account, at);
create index on accounts.failed_sign_in (address, at);
create index on accounts.failed_sign_in (at);

create table accounts.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account text not null,
  address text not null,
  action text not null,
  subject text not null,
  outcome text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  detail text not null default ''
);
create index on accounts.audit (account, id);
create index on accounts.audit (action, id);

grant usage on schema accounts to ${app_role};
grant select, insert, update, delete on accounts.account, accounts.token, accounts.failed_sign_in to ${app_role};
-- The trail is only ever added to.
grant select, insert on accounts.audit to ${app_role};
grant usage on all sequences in schema accounts to ${app_role};
