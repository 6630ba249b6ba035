-- Set once the chunks of a finished video were removed; its combined source stays.
alter table upload add column chunks_removed_at timestamptz;

create index upload_chunks_idx on upload (issued_at) where state = 'FINALIZED' and chunks_removed_at is null;
