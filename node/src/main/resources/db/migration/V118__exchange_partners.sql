-- Partners' nodes: introductions that wait for their second person, and those that are trusted.
create table exchange.proposal (
  partner text primary key,
  introduction text not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);

create table exchange.partner (
  name text primary key,
  record uuid not null,
  introduction text not null,
  comply_hours int not null
);

grant select, insert, update, delete, truncate on exchange.proposal, exchange.partner to ${app_role};
