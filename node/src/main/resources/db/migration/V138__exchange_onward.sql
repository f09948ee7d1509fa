-- One record that comes by two ways. `whole` is the id under which all of it stands at its originator, of that country;
-- `direct` is true when the originator itself gave it, `said` when the originator had said so. What somebody passed on is
-- set aside while the originator gives it too.
alter table exchange.held
  add column country text not null default '',
  add column whole text not null default '',
  add column direct boolean not null default true,
  add column said timestamptz not null default '-infinity',
  add column aside boolean not null default false;
create index held_of_whole on exchange.held (country, whole);

-- What originators took back from everybody: no copy that they had given before stays, whoever passed it on.
create table exchange.taken_back (
  country text not null,
  whole text not null,
  at timestamptz not null,
  primary key (country, whole)
);

-- By when what was called back from this node has to be gone from everybody to whom it passed it on.
create table exchange.chased (
  record uuid primary key,
  due timestamptz not null
);

grant select, insert, update, delete, truncate on exchange.taken_back, exchange.chased to ${app_role};
