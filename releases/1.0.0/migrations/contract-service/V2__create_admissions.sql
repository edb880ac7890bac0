-- What plan-service told us, with the fields that we use. A projection of the inbox: it can be emptied and rebuilt, so
-- nothing refers to it by foreign key, and an offer keeps a copy of what it stands on.

-- A version of a regioplan that was approved (D6), with the hash of the content to which the approval was bound.
create table regioplan_version (
    version_id      uuid        primary key,
    regioplan_id    uuid        not null,
    version_number  integer     not null check (version_number > 0),
    content_hash    sha256      not null,
    rho             text        not null,
    approved_at     timestamptz not null,
    superseded_by   uuid,
    known_at_source timestamptz not null,
    recorded_at     timestamptz not null
);

grant select, insert, update, delete on regioplan_version to ${applicationRole};

-- The regions that a version covers, and which insurers are preferent there (D30), as plan-service told with the
-- approval.
create table regioplan_region (
    region             text   not null,
    version_id         uuid   not null references regioplan_version on delete cascade,
    preferent_insurers text[] not null default '{}',

    primary key (region, version_id)
);

grant select, insert, update, delete on regioplan_region to ${applicationRole};

-- That a practice may start from a quarter on (D21).
create table admission (
    agb               agb         not null,
    round_id          uuid        not null,
    rho               text        not null,
    region            text        not null,
    hub               text        not null,
    quarter           peildatum   not null,
    ion               bigint      not null check (ion > 0),
    draw_id           uuid,
    withdrawn_reason  text,
    known_at_source   timestamptz not null,
    recorded_at       timestamptz not null,

    primary key (agb, round_id)
);
create index admission_by_region on admission (region, quarter);

grant select, insert, update, delete on admission to ${applicationRole};
