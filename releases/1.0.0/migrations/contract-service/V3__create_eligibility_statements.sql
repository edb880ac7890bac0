-- D23: what a practice states about itself, version by version. A newer statement replaces an older one, which stays.

-- A statement. An insurer may import what a practice declared elsewhere; what a practice stated here itself stays its own.
create table eligibility_statement (
    agb               agb         not null references practice,
    version           integer     not null check (version > 0),
    locum_arrangement boolean     not null,
    exclusions        text[]      not null,
    stated_by         text        not null,
    stated_with       text        not null,
    stated_at         timestamptz not null,
    author            text        not null,

    -- Of two that are stated at the same moment one was faster.
    constraint one_statement_per_version primary key (agb, version),
    constraint only_exclusions_that_exist check (exclusions <@ array[
        'BANKRUPTCY', 'MORATORIUM', 'LIQUIDATION', 'UNPAID_TAXES', 'FALSE_STATEMENTS', 'INTEGRITY_FINDING']),
    constraint a_statement_has_an_author check (author in ('PRACTICE', 'INSURER'))
);
create trigger eligibility_statement_only_grows before update or delete or truncate on eligibility_statement
    for each statement execute function refuse_change();

grant select, insert on eligibility_statement to ${applicationRole};

-- The practice's GPs, as a statement names them. What is missing of one is a shortfall, and no error.
create table eligibility_gp (
    agb          agb     not null,
    version      integer not null,
    position     integer not null,
    name         text    not null check (length(name) between 1 and 200),
    big          text,
    personal_agb agb,

    primary key (agb, version, position),
    foreign key (agb, version) references eligibility_statement
);
create trigger eligibility_gp_only_grows before update or delete or truncate on eligibility_gp
    for each statement execute function refuse_change();

grant select, insert on eligibility_gp to ${applicationRole};
