-- What a signal is about, for whoever drafts a notice from it; rebuilt from the ledger.
alter table signals.signal
  add column topic              text,
  add column substances         text[] not null default '{}',
  add column period_from        date[] not null default '{}',
  add column period_to          date[] not null default '{}',
  add column period_reports     integer[] not null default '{}',
  add column period_expectation numeric[] not null default '{}',
  add column period_bound       numeric[] not null default '{}';
