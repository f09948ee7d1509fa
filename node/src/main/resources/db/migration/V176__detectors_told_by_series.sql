-- Which series a setting had when it told of one: its watch and what tells them apart.
alter table detectors.told add column series text not null default '';
update detectors.told t
set series = split_part(p.fingerprint, '|', 2) || '|' || split_part(p.fingerprint, '|', 3)
from detectors.progress p where p.setting = t.setting;
alter table detectors.told alter column series drop default;
create index on detectors.told (setting, last);

-- Settings that could not be judged the last time they were tried, and on what. Not from the ledger.
create table detectors.failed (
  setting text primary key,
  fingerprint text not null,
  position bigint not null,
  since timestamptz not null,
  tried timestamptz not null
);

-- The last version of the ledger that said something of a watch.
create table detectors.moved (
  watch text primary key,
  sequence bigint not null
);
insert into detectors.moved (watch, sequence)
select s.watch, max(d.sequence) from detectors.series s join detectors.delta d on d.series = s.id group by s.watch;

grant select, insert, update, delete, truncate on detectors.failed, detectors.moved to ${app_role};
