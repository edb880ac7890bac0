-- Regional organisations, their regions with hubs and practices, where a practice belongs from day to day, and the
-- insurers that negotiate (D3, D5).

-- For exclusion constraints that compare text beside ranges.
create extension if not exists btree_gist;

-- A regional organisation (RHO), under the code that regions and plans name.
create table rho (
    code          text        not null check (code ~ '^[A-Za-z0-9-]{2,40}$'),
    name          text        not null check (name <> ''),
    kvk           kvk         not null,
    registered_at timestamptz not null,
    registered_by text        not null,

    constraint one_rho_per_code primary key (code)
);

grant select, insert on rho to ${applicationRole};

-- A region, looked after by one RHO. Whoever changes something of a region raises its version first: the row is the
-- region's turn to change.
create table region (
    code          text        not null check (code ~ '^[A-Za-z0-9-]{2,40}$'),
    name          text        not null check (name <> ''),
    rho           text        not null references rho,
    version       bigint      not null default 1,
    registered_at timestamptz not null,
    registered_by text        not null,

    constraint one_region_per_code primary key (code),
    -- What an RHO shows of a region names both, and so cannot be about the region of another one (condition_evidence).
    constraint regions_know_their_rho unique (rho, code)
);
create index region_by_rho on region (rho);

grant select, insert on region to ${applicationRole};
grant update (version) on region to ${applicationRole};

-- A hub of a region, known by its name: its practices are drawn as one lot (D18). A name has no space around it and
-- nothing in it that cannot be seen, or two hubs could be told apart by a machine only.
create table hub (
    region        text        not null references region,
    name          text        not null check (name ~ '^[^[:space:][:cntrl:]]([^[:cntrl:]]*[^[:space:][:cntrl:]])?$'),
    registered_at timestamptz not null,
    registered_by text        not null,

    constraint one_hub_per_name primary key (region, name)
);

grant select, insert on hub to ${applicationRole};

-- A practice, with what it has only once: its name and the number of its registered patients (ION). Where it belongs
-- stands in affiliation.
create table practice (
    agb         agb         primary key,
    name        text        not null check (name <> ''),
    ion         bigint      not null check (ion between 1 and 1000000),
    declared_at timestamptz not null,
    declared_by text        not null
);

grant select, insert on practice to ${applicationRole};
grant update (name, ion, declared_at, declared_by) on practice to ${applicationRole};

-- Where a practice belongs, from day to day (D5): one hub of one region, and so one regional organisation, at a time.
-- The first place has no first day: that is where a practice is as far as anybody said. A move closes the last place
-- and opens the next one.
create table affiliation (
    agb         agb         not null references practice,
    region      text        not null,
    hub         text        not null,
    valid       daterange   not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,

    constraint an_affiliation_lasts check (not isempty(valid)),
    constraint an_affiliation_is_with_a_hub foreign key (region, hub) references hub,
    constraint a_practice_has_one_place_at_a_time exclude using gist (agb with =, valid with &&)
);
-- The practices of a region.
create index affiliation_by_region on affiliation (region, agb);

create function refuse_other_history() returns trigger language plpgsql as $$
begin
    raise exception 'the place of % is history: only the last one is closed, once', old.agb
        using errcode = 'restrict_violation';
end
$$;
create trigger a_place_is_only_closed before update on affiliation
    for each row
    when (not upper_inf(old.valid) or lower(new.valid) is distinct from lower(old.valid)
        or (new.agb, new.region, new.hub) is distinct from (old.agb, old.region, old.hub))
    execute function refuse_other_history();
create trigger affiliation_is_never_deleted before delete or truncate on affiliation
    for each statement execute function refuse_change();

grant select, insert on affiliation to ${applicationRole};
grant update (valid) on affiliation to ${applicationRole};

-- The practices with the place that each has on a day. Whoever asks says which day.
create function practices_on(day date)
    returns table (agb agb, name text, region text, hub text, ion bigint)
    language sql stable parallel safe
as $$
    select p.agb, p.name, a.region, a.hub, p.ion
    from practice p join affiliation a on a.agb = p.agb and a.valid @> day
$$;

-- The insurers that negotiate for a region, and decide on its regioplan (D6).
create table preferent_insurer (
    region      text        not null references region,
    uzovi       uzovi       not null,
    declared_at timestamptz not null,
    declared_by text        not null,

    constraint an_insurer_is_preferent_once primary key (region, uzovi)
);

grant select, insert on preferent_insurer to ${applicationRole};
