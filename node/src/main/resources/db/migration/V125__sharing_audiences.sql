-- An audience has a number for good, also after it ended; its place in masks is what is left of it divided by 64.
alter table sharing.audience drop constraint audience_bit_check, add constraint audience_bit_check check (bit >= 0);
