-- Uploads and what became of them. upload-api is the only writer.
create table upload (
    id               uuid primary key,
    filename         text        not null,
    title            text,
    content_type     text        not null,
    size_bytes       bigint      not null check (size_bytes >= 0),
    chunk_size_bytes bigint      not null check (chunk_size_bytes > 0),
    chunk_count      integer     not null check (chunk_count between 1 and 10000),
    state            text        not null check (state in ('OPEN', 'FINALIZED', 'ABORTED', 'DELETED')),
    generation       integer     not null check (generation >= 1),
    chunk_list_size  bigint,
    chunk_list_etag  text,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    end_reason       text,
    -- Until then a presigned URL may still put a chunk of an upload that has ended; the sweep removes the objects after it.
    sweep_after      timestamptz
);

create index upload_open_idx on upload (expires_at) where state = 'OPEN';
create index upload_sweep_idx on upload (sweep_after) where sweep_after is not null;

-- Chunks that were found in the store: told by the client one by one, or all at finalize.
create table chunk (
    upload_id  uuid    not null references upload (id) on delete cascade,
    number     integer not null check (number between 1 and 10000),
    size_bytes bigint  not null check (size_bytes >= 0),
    etag       text    not null,
    primary key (upload_id, number)
);

-- Events on their way to Kafka, written in the transaction that made them true. The relay removes them.
create table outbox_record (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    record_key  text        not null,
    event_type  text        not null,
    event_id    text        not null,
    payload     bytea,
    traceparent text,
    created_at  timestamptz not null default now()
);
