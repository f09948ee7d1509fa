-- Which record of this node's ledger a sent object became; null for what is kept and not shown.
alter table exchange.inbox add column record uuid, add column sequence bigint;
create index inbox_of_record on exchange.inbox (record) where record is not null;
