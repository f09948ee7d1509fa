-- What else the signals of a setting were told by: deaths that are counted where its alarms are. Not from the ledger.
alter table detectors.progress add column beside text not null default '';
