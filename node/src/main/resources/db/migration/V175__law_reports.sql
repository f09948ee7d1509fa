-- Published counts of reports of a substance, by period; rebuilt from the ledger.
create table law.report_count (
  record    uuid primary key,
  sequence  bigint not null,
  -- Key of the substance, as records have it.
  substance text not null,
  country   text not null,
  -- Which reports the publisher counted.
  choice    text not null,
  -- Last day of the period.
  to_day    date not null,
  reports   bigint not null
);
create index on law.report_count (country, choice, to_day);
grant select, insert, update, delete, truncate on law.report_count to ${app_role};
