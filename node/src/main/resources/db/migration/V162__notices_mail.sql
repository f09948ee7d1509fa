-- Letters that did not go out yet: tries, and what the mail server said. Not from the ledger.
create table notices.mail_waiting (
  letter  text primary key,
  tries   integer not null,
  since   timestamptz not null,
  next    timestamptz not null,
  problem text not null
);

grant select, insert, update, delete, truncate on notices.mail_waiting to ${app_role};
