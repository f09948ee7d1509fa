-- Tables of people's counts that were shown, with what they hid: later tables are held against them.
-- Not rebuilt from the ledger: what people have seen stays seen.
create table metrics.disclosed (
  id           bigint generated always as identity primary key,
  series       text not null,
  fingerprint  text not null,
  disclosed_at timestamptz not null,
  row_lines    text[] not null,
  column_lines text[] not null,
  unit_rows    text[] not null,
  unit_columns text[] not null,
  unit_counts  bigint[] not null,
  hidden       integer[] not null,
  unique (series, fingerprint)
);

grant usage on schema metrics to ${app_role};
grant select, insert on metrics.disclosed to ${app_role};
