-- Where a text that nothing recognised stands first, and the column whose rule a row in quarantine breaks.
alter table intake.unrecognised add first_row bigint not null default 0;

alter table intake.quarantine_rule add column_name text not null default '';
truncate intake.quarantine_rule;
alter table intake.quarantine_rule
  drop constraint quarantine_rule_pkey,
  add primary key (import, rule, column_name, row_number);
insert into intake.quarantine_rule (import, rule, column_name, row_number, open)
select distinct q.import, finding ->> 'rule', finding ->> 'column', q.row_number, q.outcome is null
from intake.quarantine q cross join lateral jsonb_array_elements(q.findings) finding;

create index import_checked on intake.import (id) where state = 'CHECKED';
