-- How records of partners came: from whom, whose they were before, and on what each audience of this node has them.
create table sharing.origin (
  record uuid primary key,
  partner text not null,
  object text not null,
  country text not null,
  authority text not null,
  whole text not null,
  passed_on boolean not null
);
create index origin_of_object on sharing.origin (object, partner);
create table sharing.came (
  record uuid not null,
  audience text not null,
  purpose text not null,
  basis text not null,
  instrument text not null,
  onward text not null,
  primary key (record, audience)
);

-- What originators have allowed about what they gave, by name.
create table sharing.leave (
  answer uuid primary key,
  partner text not null,
  object text not null,
  country text not null,
  agencies text[] not null,
  purpose text not null,
  variant smallint not null,
  until date not null
);
create index leave_of_object on sharing.leave (partner, object);

-- Likenesses that records came to without a new version, with the first place of such a record: to be swept again.
create table sharing.moved (
  likeness int not null,
  sequence bigint not null
);

grant select, insert, update, delete, truncate on sharing.origin, sharing.came, sharing.leave, sharing.moved
  to ${app_role};
