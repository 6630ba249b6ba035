-- What a tus client said of its file, as it said it: the protocol wants it back unchanged.
alter table upload add column tus_metadata text;
