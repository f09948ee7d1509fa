-- What a list can be filtered by stands in the index itself: a count or a page reads no row that it does not show.
-- Agreement in substance, place and day (double reports) is found through the first.
drop index seizures.item_by_substance;
create index item_by_substance on seizures.item (substance, place, day desc, sequence desc)
  include (country, agency, setting, item_class, form, weight_basis, count_basis, record);
drop index seizures.item_by_agency;
create index item_by_agency on seizures.item (country, agency, substance, day desc, sequence desc)
  include (place, setting, item_class, form, weight_basis, count_basis, record);
