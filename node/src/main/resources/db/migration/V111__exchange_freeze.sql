-- Tombstones, and the last moment that an audience's entries have taken: also for what was gone before it was frozen.
alter table exchange.object add column revoked boolean not null default false;
alter table exchange.frozen add column last bigint not null default -1;

-- What rests on a version, to be emptied with it.
create index object_of_version on exchange.object (sequence) where sequence is not null;
