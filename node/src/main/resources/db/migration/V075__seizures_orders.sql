-- Lists sorted by an amount: kilograms and tablets of things, kilograms and events of published figures. Walked from a
-- cursor on, either way.
create index item_by_kilograms on seizures.item (kilograms, sequence, number);
create index item_by_substance_kilograms on seizures.item (substance, kilograms, sequence, number);
create index item_by_tablets on seizures.item (counted, sequence, number) where count_unit = 'TABLET';
create index figure_by_kilograms on seizures.figure (source, kilograms, sequence);
create index figure_by_events on seizures.figure (source, events, sequence);
