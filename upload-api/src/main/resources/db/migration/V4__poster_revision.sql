-- How often the poster of the video was asked for: the number of the latest request.
alter table upload add column poster_revision integer not null default 0;
