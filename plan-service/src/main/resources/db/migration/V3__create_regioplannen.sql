-- Regioplannen and their versions (D3, D6, D7). What a version says never changes; where it stands does, along
-- VersionState. The row of the plan is its turn to change.
create table regioplan (
    id         uuid        primary key,
    rho        text        not null references rho,
    title      text        not null check (title <> ''),
    version    bigint      not null default 1,
    created_at timestamptz not null,
    created_by text        not null
);
create index regioplan_by_rho on regioplan (rho);

create table regioplan_region (
    regioplan_id uuid not null references regioplan,
    region       text not null references region,

    constraint a_region_has_one_regioplan primary key (region)
);
create index regioplan_region_by_plan on regioplan_region (regioplan_id);

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
    decided_at           timestamptz,

    constraint versions_are_numbered unique (regioplan_id, number),
    constraint the_hash_is_that_of_the_content check (sha256(convert_to(content, 'UTF8')) = content_hash),
    constraint what_is_submitted_has_a_submitter check ((state = 'DRAFT') = (submitted_by is null)),
    constraint who_submits_says_when check ((submitted_at is null) = (submitted_by is null)),
    constraint who_submits_commits_to_the_leidraad check (submitted_by is null or commits_to_leidraad),
    constraint what_is_decided_says_when check ((state in ('DRAFT', 'SUBMITTED')) = (decided_at is null)),
    constraint decisions_know_their_makers unique (id, created_by, submitted_by)
);
create unique index one_version_under_decision on regioplan_version (regioplan_id) where state = 'SUBMITTED';
create unique index one_version_in_force on regioplan_version (regioplan_id) where state = 'APPROVED';

create table regioplan_selection (
    version_id uuid    not null references regioplan_version,
    code       text    not null references intervention,
    first_year integer not null check (first_year in (1, 2)),

    constraint an_intervention_is_selected_once primary key (version_id, code)
);

-- The preferent insurers as they were at the submission: they decide, whoever comes or goes later.
create table regioplan_party (
    version_id uuid  not null references regioplan_version,
    region     text  not null references region,
    uzovi      uzovi not null,

    primary key (version_id, region, uzovi)
);
create index regioplan_party_by_insurer on regioplan_party (uzovi, version_id);

-- One decision per insurer, never by who wrote or submitted the version (four eyes, D6).
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
    constraint a_refusal_says_why check (decision = 'APPROVED' or comment <> '')
);

-- What was agreed elsewhere, as the pushing portal states it (D7).
create table regioplan_evidence (
    version_id      uuid   not null references regioplan_version,
    uzovi           uzovi  not null,
    approved_by     text   not null check (approved_by <> ''),
    approved_on     date   not null,
    document_digest sha256 not null,

    constraint one_evidence_per_insurer primary key (version_id, uzovi)
);

create trigger selection_only_grows before update or delete or truncate on regioplan_selection
    for each statement execute function refuse_change();
create trigger party_only_grows before update or delete or truncate on regioplan_party
    for each statement execute function refuse_change();
create trigger decision_only_grows before update or delete or truncate on regioplan_decision
    for each statement execute function refuse_change();
create trigger evidence_only_grows before update or delete or truncate on regioplan_evidence
    for each statement execute function refuse_change();

grant select, insert on regioplan, regioplan_region, regioplan_version, regioplan_selection, regioplan_party,
    regioplan_decision, regioplan_evidence to ${applicationRole};
grant update (version) on regioplan to ${applicationRole};
grant update (state, commits_to_leidraad, submitted_at, submitted_by, decided_at) on regioplan_version
    to ${applicationRole};
