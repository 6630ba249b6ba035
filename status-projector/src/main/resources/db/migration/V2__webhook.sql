-- What is to be, and was, delivered to webhook endpoints. attempt counts the attempts that have ended.
create table status.webhook_delivery (
    id              bigint generated always as identity primary key,
    endpoint        text        not null,
    notification_id uuid        not null,
    payload         text        not null,
    attempt         int         not null default 0,
    next_attempt_at timestamptz not null,
    state           text        not null default 'PENDING'
        check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP', 'DISABLED')),
    last_error      text,
    created_at      timestamptz not null default now(),
    delivered_at    timestamptz,
    unique (endpoint, notification_id)
);

create index webhook_delivery_due on status.webhook_delivery (endpoint, next_attempt_at) where state = 'PENDING';

-- Endpoints that answered 410. Another address in the settings makes it another endpoint.
create table status.webhook_disabled (
    endpoint    text        not null,
    url         text        not null,
    reason      text        not null,
    disabled_at timestamptz not null default now(),
    primary key (endpoint, url)
);
