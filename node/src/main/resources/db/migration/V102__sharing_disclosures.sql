-- Disclosures by what they rest on, and lines by kind: for whoever asks who had what, when and on which basis.

-- Numbers of the kinds that may be shared, in the order of appearance.
create table sharing.kind (
  number smallint primary key,
  name text not null unique
);
alter table sharing.likeness add column kind smallint not null default 0;
alter table sharing.likeness alter column kind drop default;

-- The kind of the record, beside the line. Lines from before are read again from the ledger.
alter table sharing.log add column kind smallint not null default 0;
alter table sharing.log alter column kind drop default;
create index log_of_kind on sharing.log (audience, kind, date_added);

-- One line for each disclosure in the ledger: what it rested on, as it then read, and which lines of the log are its.
create table sharing.disclosure (
  sequence bigint primary key,
  record uuid not null,
  audience smallint not null,
  purpose text not null,
  basis text not null,
  instrument text not null,
  first_added bigint not null,
  last_added bigint not null
);

grant select, insert, update, delete, truncate on sharing.kind, sharing.disclosure to ${app_role};
