-- What the node of a figure's country expects it to become: median, bounds of the middle half, bounds of nine tenths,
-- completeness. The reader fills the table anew.
alter table metrics.observation add column outlook numeric[];
