-- Purges are listed by themselves, newest first.
create index version_purge on ledger.version (seq) where kind = 'purge';
