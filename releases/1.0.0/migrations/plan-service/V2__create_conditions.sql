-- What RHOs show of the conditions that insurers set them, and which of these an insurer applies (D5). Both only grow:
-- the newest evidence and the newest policy count.

-- What an RHO shows of a condition: a document, and of a mandate for which region and by how many of its GPs.
create table condition_evidence (
    id              uuid        primary key,
    rho             text        not null references rho,
    condition       text        not null check (condition in
        ('LEGAL_PERSON', 'GP_MANDATE', 'COOPERATION_AGREEMENTS')),
    document        text        not null check (document <> ''),
    document_digest sha256      not null,
    region          text,
    mandated_gps    integer,
    gps             integer,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,

    constraint a_mandate_tells_region_and_numbers
        check (num_nonnulls(region, mandated_gps, gps) = case condition when 'GP_MANDATE' then 3 else 0 end),
    constraint a_mandate_is_of_the_gps_that_there_are check (gps > 0 and mandated_gps between 0 and gps),
    constraint a_mandate_is_for_a_region_of_the_rho foreign key (rho, region) references region (rho, code)
);
-- The newest of each condition, of a mandate for each region.
create index condition_evidence_newest on condition_evidence (rho, condition, region, id desc);
create trigger condition_evidence_only_grows before update or delete or truncate on condition_evidence
    for each statement execute function refuse_change();

grant select, insert on condition_evidence to ${applicationRole};

-- Which conditions an insurer applies to RHOs, version by version. One that said nothing applies all of them.
create table condition_policy (
    uzovi       uzovi       not null,
    version     bigint      not null check (version > 0),
    conditions  text[]      not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,

    -- Two policies stated at once do not both follow the last one.
    constraint policies_follow_each_other primary key (uzovi, version),
    constraint a_policy_names_known_conditions
        check (conditions <@ array ['LEGAL_PERSON', 'ION_100000', 'GP_MANDATE', 'COOPERATION_AGREEMENTS'])
);
create trigger condition_policy_only_grows before update or delete or truncate on condition_policy
    for each statement execute function refuse_change();

grant select, insert on condition_policy to ${applicationRole};
