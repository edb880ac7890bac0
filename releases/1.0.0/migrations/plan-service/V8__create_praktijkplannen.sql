-- Praktijkplannen: one per practice, its versions each for one implementation year, what was done, and which deadlines
-- passed (D8-D11, D13). The row of the practice is its turn to change: writing, submitting and telling what is overdue
-- wait for each other.

-- The plan of a practice, under which its versions and its progress stand.
create table praktijkplan (
    id         uuid        primary key,
    agb        agb         not null references practice,
    created_at timestamptz not null,
    created_by text        not null,

    constraint a_practice_has_one_praktijkplan unique (agb)
);
create trigger praktijkplan_only_grows before update or delete or truncate on praktijkplan
    for each statement execute function refuse_change();

grant select, insert on praktijkplan to ${applicationRole};

-- What a version says never changes; it is judged by the regioplan in force when it was written, and the second year by
-- the version of the first year on which it builds.
create table praktijkplan_version (
    id                   uuid        primary key,
    praktijkplan_id      uuid        not null references praktijkplan,
    number               integer     not null check (number > 0),
    year                 integer     not null check (year in (1, 2)),
    regioplan_version_id uuid        not null references regioplan_version,
    state                text        not null check (state in ('DRAFT', 'SUBMITTED', 'SUPERSEDED')),
    builds_on            integer,
    created_at           timestamptz not null,
    created_by           text        not null,
    submitted_at         timestamptz,
    submitted_on         date,
    submitted_by         text,

    constraint praktijkplan_versions_are_numbered unique (praktijkplan_id, number),
    constraint what_is_submitted_says_by_whom_and_when
        check (num_nulls(submitted_at, submitted_on, submitted_by) = case state when 'DRAFT' then 3 else 0 end),
    constraint a_submitted_second_year_builds_on_a_first
        check ((builds_on is not null) = (year = 2 and state <> 'DRAFT')),
    constraint what_is_built_on_is_of_the_same_plan foreign key (praktijkplan_id, builds_on)
        references praktijkplan_version (praktijkplan_id, number)
);
create unique index one_praktijkplan_version_in_force on praktijkplan_version (praktijkplan_id, year)
    where state = 'SUBMITTED';

create function refuse_return_to_draft() returns trigger language plpgsql as $$
begin
    raise exception 'version % of a praktijkplan was submitted: what was submitted stays', old.number
        using errcode = 'restrict_violation';
end
$$;
create trigger what_was_submitted_stays before update on praktijkplan_version
    for each row when (old.state = 'SUPERSEDED' or old.state = 'SUBMITTED' and new.state <> 'SUPERSEDED')
    execute function refuse_return_to_draft();
create trigger praktijkplan_version_is_never_deleted before delete or truncate on praktijkplan_version
    for each statement execute function refuse_change();

grant select, insert on praktijkplan_version to ${applicationRole};
grant update (state, builds_on, submitted_at, submitted_on, submitted_by) on praktijkplan_version
    to ${applicationRole};

-- What a version plans, and in the second year how it is developed further (D9).
create table praktijkplan_intervention (
    version_id  uuid not null references praktijkplan_version,
    code        text not null references intervention,
    development text,

    constraint an_intervention_is_planned_once primary key (version_id, code)
);
create trigger praktijkplan_intervention_only_grows before update or delete or truncate on praktijkplan_intervention
    for each statement execute function refuse_change();

grant select, insert on praktijkplan_intervention to ${applicationRole};

-- The staff with whom capacity is expanded. What a draft does not tell yet is null; the rules refuse its submission (D8).
create table praktijkplan_staff (
    version_id     uuid    not null,
    code           text    not null,
    position       integer not null check (position >= 0),
    type           text,
    hours_per_week integer check (hours_per_week > 0),
    motivation     text,

    primary key (version_id, code, position),
    foreign key (version_id, code) references praktijkplan_intervention
);
create trigger praktijkplan_staff_only_grows before update or delete or truncate on praktijkplan_staff
    for each statement execute function refuse_change();

grant select, insert on praktijkplan_staff to ${applicationRole};

-- What a practice tells of how far it is with an intervention (D13).
create table praktijkplan_progress (
    id              uuid        primary key,
    praktijkplan_id uuid        not null references praktijkplan,
    code            text        not null references intervention,
    stage           text        not null check (stage in ('STARTED', 'UNDER_WAY', 'CARRIED_OUT', 'STOPPED')),
    observed_on     date        not null,
    description     text        not null check (description <> ''),
    recorded_at     timestamptz not null,
    recorded_by     text        not null
);
create index praktijkplan_progress_by_plan on praktijkplan_progress (praktijkplan_id, id);
create trigger praktijkplan_progress_only_grows before update or delete or truncate on praktijkplan_progress
    for each statement execute function refuse_change();

grant select, insert on praktijkplan_progress to ${applicationRole};

-- That a deadline passed was told, once per admission and year (D11). The admission is that of the round, whichever of
-- its draws admitted: hence the reference to the member of a lot.
create table praktijkplan_overdue (
    round_id uuid        not null,
    agb      agb         not null,
    year     integer     not null check (year in (1, 2)),
    told_at  timestamptz not null,

    constraint overdue_is_told_once primary key (round_id, agb, year),
    constraint overdue_is_of_a_member_of_the_round foreign key (round_id, agb) references lot_member (round_id, agb)
);
create trigger praktijkplan_overdue_only_grows before update or delete or truncate on praktijkplan_overdue
    for each statement execute function refuse_change();

grant select, insert on praktijkplan_overdue to ${applicationRole};
