-- How this node has introduced itself, issue by issue, and which issue each partner has taken.
create table exchange.own_introduction (
  issue int primary key,
  signed text not null,
  written timestamptz not null
);

create table exchange.introduced (
  partner text primary key,
  issue int not null,
  at timestamptz not null
);

grant select, insert, update, delete, truncate on exchange.own_introduction, exchange.introduced to ${app_role};
