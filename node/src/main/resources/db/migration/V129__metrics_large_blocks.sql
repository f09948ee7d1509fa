-- A large block is added up from its small ones once all of its versions have been read: `folded` says how many are.
create table metrics.large_block (folded int not null);
insert into metrics.large_block values (0);

-- Finds the small blocks of a large one: rows lie nearly in the order of their blocks.
create index delta_block_by_block on metrics.delta_block using brin (block) with (pages_per_range = 32);

grant select, update on metrics.large_block to ${app_role};
