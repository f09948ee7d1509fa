-- Known records that a file makes say something else, and in which of their fields.
alter table intake.import
  add restated bigint not null default 0 check (restated >= 0),
  add restated_fields jsonb not null default '{}';
