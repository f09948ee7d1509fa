-- The word a reader gives for how its rows are laid out: with another one it is emptied and replayed.
alter table ledger.reader add column layout text not null default '1';
