-- Standard objects beside an object of a record: whose they are (`owner`, id of that object), and as what they stand there.
-- Both null for the objects of records themselves and for what others refer to.
alter table exchange.object add column owner text, add column role text;
