-- Dead letters that an operator has dealt with; the records themselves stay on their topic.
create table redriven_dead_letter (
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    outcome       text        not null check (outcome in ('REPROCESSED', 'PUBLISHED_AGAIN', 'NOT_NEEDED')),
    redriven_at   timestamptz not null default now(),
    primary key (topic, partition, record_offset)
);
