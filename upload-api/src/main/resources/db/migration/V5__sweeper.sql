-- When the latest generation was asked for, by the clock of the database: deadlines count from it.
alter table upload add column issued_at timestamptz not null default now();
-- The latest generation whose end the sweeper has seen. Work is unsettled while it is behind.
alter table upload add column settled_generation integer not null default 0;
-- How often the sweeper has begun the work again since a user asked for it.
alter table upload add column reissues integer not null default 0;

create index upload_unsettled_idx on upload (issued_at) where state = 'FINALIZED' and settled_generation < generation;
