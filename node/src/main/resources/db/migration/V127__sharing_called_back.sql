-- What people of this node called back and nobody gave again: each decision with what it took away. Whatever a source
-- says of the record later, nobody is given more than that leaves.
create table sharing.called_back (
  decision bigint primary key,
  record uuid not null,
  took text not null
);
create index called_back_of_record on sharing.called_back (record);

-- Records of which a source said later what goes further than people left: the version waits until it is said again
-- under the marking that is left.
create table sharing.beyond (
  record uuid primary key
);

grant select, insert, update, delete, truncate on sharing.called_back, sharing.beyond to ${app_role};
