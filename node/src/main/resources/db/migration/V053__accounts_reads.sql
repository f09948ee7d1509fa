-- What beside the open part of a record a person may read: names and what names somebody, and health. Given by an administrator;
-- accounts of before keep what their roles let them read.
alter table accounts.account
  add column reads text[] not null default '{}' check (reads <@ array['NOMINAL', 'HEALTH']);

update accounts.account set reads = case
  when roles && array['ANALYST', 'STEWARD', 'ADMINISTRATOR'] then array['HEALTH', 'NOMINAL']
  when roles && array['AUDITOR'] then array['HEALTH']
  else '{}' end;
