-- Results of one laboratory and of one submission: "submission/item" in the order of its bytes.
create index result_by_item on laboratory.result (item collate "C");
create index result_by_laboratory on laboratory.result (laboratory, day desc, sequence desc);
