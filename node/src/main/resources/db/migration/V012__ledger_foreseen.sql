-- Records that a file which is only looked at would carry, by run: what makes a preview say just what appending will.
-- Nothing here is a record; a run's rows go when it ends.
create unlogged table ledger.foreseen (
  run uuid not null,
  source_key uuid not null,
  record uuid not null,
  -- the version that carries it, above every real one when it would be appended; null when a purge emptied it
  sequence bigint,
  -- what would be appended
  kind text,
  kind_version integer,
  state smallint,
  marking text,
  digest uuid,
  covers date,
  open_body text,
  nominal_body text,
  health_body text,
  primary key (run, source_key)
);
create index foreseen_record on ledger.foreseen (run, record);

grant select, insert, delete on ledger.foreseen to ${app_role};
