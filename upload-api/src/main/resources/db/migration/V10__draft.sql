-- Uploads that are no video yet: their length comes later, or they are one of several that are joined. One that becomes a video leaves
-- this table and is found in upload under the same id.
create table draft (
    id               uuid primary key,
    kind             text        not null check (kind in ('LENGTH_TO_COME', 'TO_BE_JOINED', 'CUT_BY_CLIENT')),
    owner            text        not null,
    filename         text        not null,
    title            text,
    content_type     text        not null,
    profile          text,
    tus_metadata     text,
    -- How it is cut; while the length is not known, as the longest file that is taken would be.
    size_bytes       bigint      not null check (size_bytes >= 0),
    chunk_size_bytes bigint      not null check (chunk_size_bytes > 0),
    chunk_count      integer     not null check (chunk_count between 1 and 10000),
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    -- The upload it was joined into; its chunks are that one's from then on.
    joined_into      uuid references upload (id)
);

create index draft_expires_idx on draft (expires_at) where joined_into is null;
create index draft_joined_idx on draft (joined_into) where joined_into is not null;

-- Which drafts a tus client joined, as it said it: the protocol wants it back unchanged.
alter table upload add column tus_concat text;
