-- Where a record first stood, so that what was never changed need not be looked up. What an audience has is asked of the
-- log; audiences of one record may have different versions of it. The rows are read again from the ledger.
alter table sharing.standing drop column told_sequence;
alter table sharing.standing add column first bigint not null default 0;
alter table sharing.standing alter column first drop default;
