-- Every record in which people decided what a name is counted under, those that were taken back among them: what
-- families held on a past day is asked of these records, not of the whole ledger.
create table substances.decision (
  record uuid primary key
);

grant select, insert, update, delete, truncate on substances.decision to ${app_role};
