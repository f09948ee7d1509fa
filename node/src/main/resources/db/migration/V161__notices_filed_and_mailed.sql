-- Records of this room are filed as those of other rooms are; the reader fills the table anew.
drop table notices.entry;
create table notices.entry (
  record      uuid primary key,
  kind        text not null,
  sequence    bigint not null,
  -- Short name of the partner's node that made it; none for a record of this node.
  origin      text,
  key         text not null,
  -- What it is filed under: the number of a notice, the name of a list of addresses.
  filed_under text not null,
  at          timestamptz not null,
  -- Canonical JSON of all its parts.
  content     text not null
);
create index entry_by_kind on notices.entry (kind, at desc, sequence desc);
create index entry_by_name on notices.entry (filed_under, kind, sequence);

grant select, insert, update, delete, truncate on notices.entry to ${app_role};

-- Letters that did not go out yet: tries, and what the mail server said. Not from the ledger.
create table notices.mail_waiting (
  letter  text primary key,
  tries   integer not null,
  since   timestamptz not null,
  next    timestamptz not null,
  problem text not null
);

grant select, insert, update, delete, truncate on notices.mail_waiting to ${app_role};
