-- The encoding profile a user chose, for the upload or with the latest reprocessing; null where none was chosen.
alter table upload add column profile text;
