-- Of each source that has records by message: whether they are simulated. It has either, as with files.
create table intake.message_source (
  source text primary key,
  simulated boolean not null
);
create index message_source_simulated on intake.message_source (simulated) where simulated;
grant select, insert, update, delete on intake.message_source to ${app_role};
