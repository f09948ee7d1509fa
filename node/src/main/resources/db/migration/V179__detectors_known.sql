-- When a series became known; all as it stands now, rebuilt from the ledger.
alter table detectors.series
  -- Last period with a report.
  add column last  date,
  -- Day on which a report of the first period was first published.
  add column known date,
  -- First day on which anything of the series was published.
  add column heard date;
