-- When the version of a result that stands was published; rebuilt from the ledger.
alter table laboratory.result add column published timestamptz;
