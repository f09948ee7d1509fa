-- Series whose latest period is not judged, and why. Not from the ledger: judged again, it is the same.
create table detectors.not_judged (
  setting text not null,
  at text[] not null,
  reason text not null,
  primary key (setting, at)
);

-- Every setting judges anew, so that what it judged before has its reasons too.
delete from detectors.progress;

grant select, insert, update, delete, truncate on detectors.not_judged to ${app_role};
