-- What each partner has said under which id and version.
create table exchange.seen (
  partner text not null,
  id text not null,
  modified bigint not null,
  sha256 bytea not null,
  primary key (partner, id, modified)
);
grant select, insert, update, delete, truncate on exchange.seen to ${app_role};
