-- Why something was called back, beside the line that calls it back.
alter table sharing.log add column why text;
