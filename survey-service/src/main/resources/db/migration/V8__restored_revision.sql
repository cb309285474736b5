-- A revision can be an earlier one again; which one stands with it. Empty for what was sent.
alter table history.revision add column restored integer;
alter table history.revision add constraint revision_restored_earlier check (restored between 1 and number - 1);
