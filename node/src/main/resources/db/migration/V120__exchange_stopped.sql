-- What is stopped with a partner, each way by itself: FROM, nothing is taken from it; TO, nothing is given to it.
create table exchange.stopped (
  partner text not null,
  way text not null check (way in ('FROM', 'TO')),
  why text not null,
  at timestamptz not null,
  primary key (partner, way)
);
insert into exchange.stopped (partner, way, why, at)
select partner, 'FROM', stopped, coalesce(stopped_at, now()) from exchange.feed where stopped is not null;
alter table exchange.feed drop column stopped, drop column stopped_at;

-- When the partner last refused a receipt: it is offered again later, and holds up no other.
alter table exchange.receipt add column refused timestamptz;

grant select, insert, update, delete, truncate on exchange.stopped to ${app_role};
