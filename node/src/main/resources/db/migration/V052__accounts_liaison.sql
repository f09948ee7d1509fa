-- The last day on which an account may be used; none for people of the house. A partner's liaison officer always has
-- one, and no other role.
alter table accounts.account add column last_day date;
alter table accounts.account add constraint liaison_has_an_end
  check (not 'LIAISON' = any(roles) or (cardinality(roles) = 1 and last_day is not null));
