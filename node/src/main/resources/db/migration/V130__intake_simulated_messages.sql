-- Of each source that has records by message: whether they are simulated. It has either, as with files.
create table intake.message_source (
  source text primary key,
  simulated boolean not null
);
create index message_source_simulated on intake.message_source (simulated) where simulated;
-- What messages brought before nobody wrote down: a source of the ledger without a release of a file is taken for what
-- the node's files are.
insert into intake.message_source (source, simulated)
select v.source, exists (select 1 from intake.import where release is not null and synthetic)
from (select distinct source from ledger.version) v
where v.source ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  and not exists (select 1 from intake.import i where i.source = v.source and i.release is not null);
grant select, insert, update, delete on intake.message_source to ${app_role};
