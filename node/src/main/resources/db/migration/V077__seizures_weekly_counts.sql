-- Weekly counts stand among the published figures: their week, and what they count. Monthly figures have no week.
alter table seizures.figure
  add column week date,
  add column item_class text not null default '',
  add column form text not null default '',
  add column weight_basis text not null default '',
  add column count_basis text not null default '',
  add column site_class text not null default '';
