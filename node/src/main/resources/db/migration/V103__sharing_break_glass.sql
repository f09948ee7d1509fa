-- Records that two people let go although the rules refuse it.

-- What the ledger says of each release.
create table sharing.break_glass (
  release uuid primary key,
  sequence bigint not null,
  audience smallint not null,
  record uuid not null,
  variant smallint not null,
  assurance text not null,
  reason text not null,
  asked_by text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  expires timestamptz not null,
  ended boolean not null
);

-- What one person asked for; it waits for a second person, and lapses. Confirmed, it knows its release and the signal for
-- its review. Not from the ledger.
create table sharing.break_glass_ask (
  id uuid primary key,
  record uuid not null,
  audience smallint not null,
  variant smallint not null,
  assurance text not null,
  reason text not null,
  hours int not null,
  asked_by text not null,
  asked_at timestamptz not null,
  release uuid unique,
  signal uuid
);

grant select, insert, update, delete, truncate on sharing.break_glass, sharing.break_glass_ask to ${app_role};
