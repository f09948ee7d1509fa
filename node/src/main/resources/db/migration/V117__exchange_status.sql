-- What became of each request that brought objects, for the client that sent it, for two days.
create table exchange.status (
  id uuid primary key,
  caller text not null,
  at timestamptz not null,
  resource text not null
);
create index status_by_age on exchange.status (at);

grant select, insert, delete on exchange.status to ${app_role};
