-- What clients sent, as it came. Nothing is ever deleted: what a client takes back is marked and no longer shown.
create table exchange.inbox (
  client text not null,
  date_added bigint not null,
  object text not null,
  modified bigint not null,
  type text not null,
  -- Over the canonical form: another order of members is no other content.
  sha256 bytea not null,
  body bytea not null,
  revoked boolean not null,
  first boolean not null,
  superseded bigint,
  gone bigint,
  primary key (client, date_added)
);
create index inbox_of_object on exchange.inbox (client, object, modified);

grant select, insert, update on exchange.inbox to ${app_role};
