-- What the projector knows and shows of every video. upload-api reads this table and nobody but the projector writes it.
create table status.video_status (
    video_id   uuid primary key,
    status     text        not null,
    generation int         not null,
    sequence   bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    document   jsonb       not null,
    state      jsonb       not null
);

create index video_status_newest on status.video_status (created_at desc, video_id desc);

-- One row for every notification that was made: at most one of a kind for a generation of a video.
create table status.notification (
    video_id   uuid        not null,
    generation int         not null,
    kind       text        not null,
    event_id   uuid        not null,
    created_at timestamptz not null default now(),
    primary key (video_id, generation, kind)
);

-- Read by the outbox relay of anpip-messaging.
create table status.outbox_record (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    record_key  text        not null,
    event_type  text        not null,
    event_id    text        not null,
    payload     bytea,
    traceparent text,
    created_at  timestamptz not null default now()
);
