-- Which version a row is of: one that is emptied later may have been superseded before.
truncate metrics.definition, metrics.standing;
alter table metrics.definition add column sequence bigint not null;
alter table metrics.standing add column sequence bigint not null;
