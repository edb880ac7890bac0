-- Regional organisations, their regions with hubs and practices, and the insurers that negotiate there.
create table rho (
    code          text        not null check (code ~ '^[A-Za-z0-9-]{2,40}$'),
    name          text        not null check (name <> ''),
    kvk           kvk         not null,
    registered_at timestamptz not null,
    registered_by text        not null,

    constraint one_rho_per_code primary key (code)
);

-- Whoever changes something of a region raises its version first: the row is the region's turn to change.
create table region (
    code          text        not null check (code ~ '^[A-Za-z0-9-]{2,40}$'),
    name          text        not null check (name <> ''),
    rho           text        not null references rho,
    version       bigint      not null default 1,
    registered_at timestamptz not null,
    registered_by text        not null,

    constraint one_region_per_code primary key (code)
);
create index region_by_rho on region (rho);

create table hub (
    region        text        not null references region,
    name          text        not null check (name ~ '^[^[:space:][:cntrl:]]([^[:cntrl:]]*[^[:space:][:cntrl:]])?$'),
    registered_at timestamptz not null,
    registered_by text        not null,

    constraint one_hub_per_name primary key (region, name)
);

-- The key holds a practice to one region, and so to one regional organisation, at a time (D5).
create table practice (
    agb         agb         primary key,
    name        text        not null check (name <> ''),
    region      text        not null,
    hub         text        not null,
    ion         bigint      not null check (ion between 1 and 1000000),
    declared_at timestamptz not null,
    declared_by text        not null,

    constraint a_practice_belongs_to_a_hub foreign key (region, hub) references hub
);
create index practice_by_region on practice (region, agb);

create table preferent_insurer (
    region      text        not null references region,
    uzovi       uzovi       not null,
    declared_at timestamptz not null,
    declared_by text        not null,

    constraint an_insurer_is_preferent_once primary key (region, uzovi)
);

grant select, insert on rho, region, hub, practice, preferent_insurer to ${applicationRole};
grant update (version) on region to ${applicationRole};
grant update (name, ion, declared_at, declared_by) on practice to ${applicationRole};
