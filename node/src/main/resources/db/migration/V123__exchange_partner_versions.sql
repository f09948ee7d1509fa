-- Which version a row is of: one that is emptied later may have been superseded before.
truncate exchange.partner;
alter table exchange.partner add column sequence bigint not null;
