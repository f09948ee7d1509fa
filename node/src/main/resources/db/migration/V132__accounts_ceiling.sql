-- How high the marking of a record may be for an account to read it, and for which agency the person works. Accounts of before keep
-- what they could read: every marking, for every agency.
alter table accounts.account add column ceiling text not null default 'RED'
  check (ceiling in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'));
-- Null: records for any agency. Empty: none that name agencies.
alter table accounts.account add column agency text default null check (length(agency) <= 60);
alter table accounts.account alter column ceiling drop default;
