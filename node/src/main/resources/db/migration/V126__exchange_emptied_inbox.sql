-- The bytes of what a program sent go with the content of the record that they became; id, version and digest stay.
alter table exchange.inbox alter column body drop not null;
create index inbox_of_version on exchange.inbox (sequence) where sequence is not null;
