-- How often the user has set the chapters or given them up; the highest revision stands.
alter table upload add column chapters_revision integer not null default 0 check (chapters_revision >= 0);
