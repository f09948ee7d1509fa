-- What partners gave in a kind that this node does not know yet: kept and not shown. The bytes are in exchange.taken_object.
create table exchange.unread (
  partner text not null,
  audience text not null,
  added bigint not null,
  object text not null,
  modified timestamptz not null,
  sha256 text not null,
  epoch int not null,
  number bigint not null,
  primary key (partner, audience, added)
);
create index unread_of_object on exchange.unread (partner, object);
create index unread_of_bytes on exchange.unread (partner, sha256);

grant select, insert, update, delete, truncate on exchange.unread to ${app_role};
