-- Who an upload belongs to; empty where nobody says so.
alter table upload add column owner text not null default '';
-- Since when the generation that was asked for last is in work; null while it waits for its turn.
alter table upload add column admitted_at timestamptz;
update upload set admitted_at = issued_at where state = 'FINALIZED';

create index upload_admitted_idx on upload (owner, admitted_at) where admitted_at is not null;

-- Events that set the work on a video going, until it is the turn of their owner; then they go to the outbox.
create table waiting_work (
    upload_id   uuid primary key references upload (id) on delete cascade,
    owner       text        not null,
    cost_bytes  bigint      not null check (cost_bytes > 0),
    since       timestamptz not null default now(),
    topic       text        not null,
    record_key  text        not null,
    event_type  text        not null,
    event_id    text        not null,
    payload     bytea       not null,
    traceparent text
);

create index waiting_work_owner_idx on waiting_work (owner, since);
