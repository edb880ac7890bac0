-- What this service tells its neighbours, and what it learned from them.

-- An event of this service. A sequence number is drawn at the insert, so before the commit; a position in the feed is
-- given after it, so that no reader passes by an event that commits late.
create table event (
    sequence bigint generated always as identity primary key,
    id       uuid        not null unique,
    type     text        not null check (type ~ '^nl\.mtvp\.[a-z-]+\.v[0-9]+$'),
    subject  text        not null,
    time     timestamptz not null,
    data     jsonb       not null,

    constraint event_is_at_most_64_kilobytes check (octet_length(data::text) <= 65536)
);
create trigger event_only_grows before update or delete or truncate on event
    for each statement execute function refuse_change();

grant select, insert on event to ${applicationRole};

-- Committed together with its event, taken away by the publisher that places it.
create table event_unplaced (
    sequence bigint primary key references event
);

grant select, insert, delete on event_unplaced to ${applicationRole};

-- An event's place in the feed, given once.
create table event_position (
    position bigint primary key check (position > 0),
    sequence bigint not null unique references event
);
create trigger event_position_only_grows before update or delete or truncate on event_position
    for each statement execute function refuse_change();

grant select, insert on event_position to ${applicationRole};

-- Where this service stands in each feed that it follows.
create table feed_position (
    feed          text   primary key,
    last_event_id uuid,
    events        bigint not null default 0 check (events >= 0)
);

grant select, insert, update on feed_position to ${applicationRole};

-- Everything that it took in, as it came: what it made of that can be rebuilt from here.
create table inbox (
    number      bigint generated always as identity primary key,
    feed        text        not null,
    event_id    uuid        not null,
    type        text        not null,
    subject     text        not null,
    time        timestamptz not null,
    data        jsonb       not null,
    recorded_at timestamptz not null,

    constraint an_event_arrives_once unique (feed, event_id)
);
create trigger inbox_only_grows before update or delete or truncate on inbox
    for each statement execute function refuse_change();

grant select, insert on inbox to ${applicationRole};
