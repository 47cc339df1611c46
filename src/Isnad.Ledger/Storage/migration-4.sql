-- A decision may put others out of force, which come back when it is taken back, and may bring others with it, which go with it.
alter table decisions add column displaced_by integer;
alter table decisions add column follows integer;
