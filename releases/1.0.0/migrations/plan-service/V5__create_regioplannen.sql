-- Regioplannen, their versions, and what insurers decide about them (D3, D6, D7).

-- A plan of an RHO for one or more of its regions. The row is the plan's turn to change.
create table regioplan (
    id         uuid        primary key,
    rho        text        not null references rho,
    title      text        not null check (title <> ''),
    version    bigint      not null default 1,
    created_at timestamptz not null,
    created_by text        not null
);
create index regioplan_by_rho on regioplan (rho);

grant select, insert on regioplan to ${applicationRole};
grant update (version) on regioplan to ${applicationRole};

-- The regions of a plan; the key holds each to one plan.
create table regioplan_region (
    regioplan_id uuid not null references regioplan,
    region       text not null references region,

    constraint a_region_has_one_regioplan primary key (region)
);
create index regioplan_region_by_plan on regioplan_region (regioplan_id);

grant select, insert on regioplan_region to ${applicationRole};

-- A version of a plan, written here or pushed by a portal. What it says never changes; where it stands does, along
-- VersionState.
create table regioplan_version (
    id                   uuid        primary key,
    regioplan_id         uuid        not null references regioplan,
    number               integer     not null check (number > 0),
    origin               text        not null check (origin in ('AUTHORED', 'PUSHED')),
    content              text        not null,
    content_hash         sha256      not null,
    created_at           timestamptz not null,
    created_by           text        not null,
    state                text        not null check (state in
        ('DRAFT', 'SUBMITTED', 'APPROVED', 'CHANGES_REQUESTED', 'REJECTED', 'SUPERSEDED')),
    commits_to_leidraad  boolean     not null default false,
    submitted_at         timestamptz,
    submitted_by         text,
    -- Until when insurers decide (D6).
    decision_due_on      date,
    decided_at           timestamptz,

    constraint versions_are_numbered unique (regioplan_id, number),
    constraint the_hash_is_that_of_the_content check (sha256(convert_to(content, 'UTF8')) = content_hash),
    constraint what_is_submitted_has_a_submitter check ((state = 'DRAFT') = (submitted_by is null)),
    constraint who_submits_says_when check ((submitted_at is null) = (submitted_by is null)),
    constraint who_submits_commits_to_the_leidraad check (submitted_by is null or commits_to_leidraad),
    constraint what_is_submitted_has_a_deadline check ((submitted_at is null) = (decision_due_on is null)),
    constraint a_deadline_follows_its_submission
        check (decision_due_on > cast(submitted_at at time zone 'Europe/Amsterdam' as date)),
    constraint what_is_decided_says_when check ((state in ('DRAFT', 'SUBMITTED')) = (decided_at is null)),
    constraint decisions_know_their_makers unique (id, created_by, submitted_by)
);
create unique index one_version_under_decision on regioplan_version (regioplan_id) where state = 'SUBMITTED';
create unique index one_version_in_force on regioplan_version (regioplan_id) where state = 'APPROVED';
-- A list of what stands somewhere, and the decisions that are owed, by their last day.
create index regioplan_version_by_state on regioplan_version (state, id);
create index regioplan_version_by_deadline on regioplan_version (decision_due_on, id) where state = 'SUBMITTED';

-- Each update of a version is a step of its life cycle (VersionState); nothing else of it changes.
create function refuse_other_way() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'),
            ('SUBMITTED', 'CHANGES_REQUESTED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'SUPERSEDED')) then
        raise exception 'a regioplan version that is % cannot become %', old.state, new.state
            using errcode = 'check_violation', constraint = 'versions_go_the_ways_of_their_life_cycle';
    end if;
    return new;
end
$$;
create trigger version_goes_its_way before update on regioplan_version
    for each row execute function refuse_other_way();
create trigger regioplan_version_is_never_deleted before delete or truncate on regioplan_version
    for each statement execute function refuse_change();

grant select, insert on regioplan_version to ${applicationRole};
grant update (state, commits_to_leidraad, submitted_at, submitted_by, decision_due_on, decided_at) on regioplan_version
    to ${applicationRole};

-- The interventions that a version selects, and from which implementation year on.
create table regioplan_selection (
    version_id uuid    not null references regioplan_version,
    code       text    not null references intervention,
    first_year integer not null check (first_year in (1, 2)),

    constraint an_intervention_is_selected_once primary key (version_id, code)
);
create trigger selection_only_grows before update or delete or truncate on regioplan_selection
    for each statement execute function refuse_change();

grant select, insert on regioplan_selection to ${applicationRole};

-- The preferent insurers as they were at the submission: they decide, whoever comes or goes later.
create table regioplan_party (
    version_id uuid  not null references regioplan_version,
    region     text  not null references region,
    uzovi      uzovi not null,

    primary key (version_id, region, uzovi)
);
-- What an insurer is asked to decide.
create index regioplan_party_by_insurer on regioplan_party (uzovi, version_id);
create trigger party_only_grows before update or delete or truncate on regioplan_party
    for each statement execute function refuse_change();

grant select, insert on regioplan_party to ${applicationRole};

-- Put on what an insurer says about a version.
create function refuse_stranger() returns trigger language plpgsql as $$
begin
    if not exists (select from regioplan_party where version_id = new.version_id and uzovi = new.uzovi) then
        raise exception 'insurer % is no party to version %', new.uzovi, new.version_id
            using errcode = 'check_violation', constraint = 'only_preferent_insurers_speak';
    end if;
    return new;
end
$$;

-- One decision per insurer, while the version is under decision, and never by who wrote or submitted it (four eyes, D6).
create table regioplan_decision (
    version_id   uuid        not null,
    uzovi        uzovi       not null,
    decision     text        not null check (decision in ('APPROVED', 'CHANGES_REQUESTED', 'REJECTED')),
    comment      text,
    created_by   text        not null,
    submitted_by text        not null,
    decided_by   text        not null,
    decided_at   timestamptz not null,

    constraint each_insurer_decides_once primary key (version_id, uzovi),
    constraint decisions_are_about_a_submitted_version foreign key (version_id, created_by, submitted_by)
        references regioplan_version (id, created_by, submitted_by),
    constraint the_maker_never_decides check (decided_by <> created_by and decided_by <> submitted_by),
    -- An absent comment alone would make the check unknown, and let the refusal pass.
    constraint a_refusal_says_why check (decision = 'APPROVED' or coalesce(comment, '') <> '')
);

-- The share lock makes a decision wait for a step of the version that is under way, and the other way round.
create function refuse_decision_elsewhere() returns trigger language plpgsql as $$
begin
    perform from regioplan_version where id = new.version_id and state = 'SUBMITTED' for share;
    if not found then
        raise exception 'version % is not under decision', new.version_id
            using errcode = 'check_violation', constraint = 'only_versions_under_decision_are_decided';
    end if;
    return new;
end
$$;
create trigger a_version_under_decision_is_decided before insert on regioplan_decision
    for each row execute function refuse_decision_elsewhere();
create trigger preferent_insurers_decide before insert on regioplan_decision
    for each row execute function refuse_stranger();
create trigger decision_only_grows before update or delete or truncate on regioplan_decision
    for each statement execute function refuse_change();

grant select, insert on regioplan_decision to ${applicationRole};

-- What was agreed elsewhere, as the pushing portal states it (D7).
create table regioplan_evidence (
    version_id      uuid   not null references regioplan_version,
    uzovi           uzovi  not null,
    approved_by     text   not null check (approved_by <> ''),
    approved_on     date   not null,
    document_digest sha256 not null,

    constraint one_evidence_per_insurer primary key (version_id, uzovi)
);
create trigger preferent_insurers_have_evidence before insert on regioplan_evidence
    for each row execute function refuse_stranger();
create trigger evidence_only_grows before update or delete or truncate on regioplan_evidence
    for each statement execute function refuse_change();

grant select, insert on regioplan_evidence to ${applicationRole};

-- What RHO and insurers say about a version while they negotiate. Without an insurer it is the RHO that speaks.
create table regioplan_comment (
    id         uuid        primary key,
    version_id uuid        not null references regioplan_version,
    uzovi      uzovi,
    subject    text        check (subject in
        ('INTERVENTIONS', 'MISSION_AND_VISION', 'ICT_VISION', 'GOVERNANCE', 'SUPPORT', 'CHALLENGES', 'ACTIVITIES',
         'AGREEMENTS', 'RHO_SHARE')),
    text       text        not null check (text <> ''),
    written_at timestamptz not null,
    written_by text        not null
);
create index regioplan_comment_by_version on regioplan_comment (version_id, id);
create trigger preferent_insurers_comment before insert on regioplan_comment
    for each row when (new.uzovi is not null) execute function refuse_stranger();
create trigger comment_only_grows before update or delete or truncate on regioplan_comment
    for each statement execute function refuse_change();

grant select, insert on regioplan_comment to ${applicationRole};
