-- The first answer to a request that creates, kept in the transaction of its effect, for whoever asks again.
create table idempotent_request (
    client      text        not null,
    operation   text        not null,
    key         text        not null,
    body_digest sha256      not null,
    recorded_at timestamptz not null,
    status      integer,
    headers     jsonb,
    body        jsonb,

    primary key (client, operation, key)
);
-- What is old is forgotten.
create index idempotent_request_by_age on idempotent_request (recorded_at);

grant select, insert, update, delete on idempotent_request to ${applicationRole};
