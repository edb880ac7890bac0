-- contract-service's facts as we see them: what holds from which day, and since when it is known here (D54). A run asks
-- for everything about its next contracts: each fact is found by its contract.

-- A contract as it was made. How it stopped or ended, and who holds it, are facts of their own.
create table contract (
    id              uuid        primary key,
    uzovi           uzovi       not null,
    agb             agb         not null,
    kvk             kvk         not null,
    rho             text        not null,
    region          text        not null,
    valid           daterange   not null,
    known           tstzrange   not null,
    known_at_source timestamptz not null,

    constraint a_contract_starts check (not isempty(valid) and not lower_inf(valid)),
    constraint a_contract_is_known_at_a_moment check (not isempty(known) and not lower_inf(known))
);
comment on column contract.agb is 'who accepted it; who holds it on a day stands in contract_holder';
create index contract_by_insurer on contract (uzovi, id);
create index contract_by_practice on contract (agb);

grant select, insert on contract to ${applicationRole};

-- Which AGB and enterprise have a contract on which days (D35): another AGB may continue it from a quarter's first day on.
-- The count, the entries and the creditor of a quarter are those of its peildatum (D41).
create table contract_holder (
    -- The contract for whom accepted it, the succession for whom continues it.
    id              uuid        not null,
    contract_id     uuid        not null references contract,
    uzovi           uzovi       not null,
    agb             agb         not null,
    kvk             kvk         not null,
    valid           daterange   not null,
    known           tstzrange   not null,
    -- A succession shortens what was held until then: the rest is written anew, and was known since this moment.
    first_known_at  timestamptz not null,
    known_at_source timestamptz not null,

    primary key (id, known),
    constraint a_holder_holds_on_a_day check (not isempty(valid) and not lower_inf(valid)),
    constraint a_holder_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_holder_is_not_known_before_first check (first_known_at <= lower(known)),
    constraint one_holder_per_contract_day_and_moment
        exclude using gist (contract_id with =, valid with &&, known with &&)
);
create index contract_holder_by_practice on contract_holder (agb);
create index contract_holder_by_contract on contract_holder (contract_id);

grant select, insert on contract_holder to ${applicationRole};
grant update (known) on contract_holder to ${applicationRole};

-- A stop holds from its day on. A withdrawal ends its being known; it erases nothing (D34).
create table contract_stop (
    id                  uuid        primary key,
    contract_id         uuid        not null references contract,
    uzovi               uzovi       not null,
    valid               daterange   not null,
    grounds             text        not null,
    known               tstzrange   not null,
    known_at_source     timestamptz not null,
    withdrawal_reason   text,
    withdrawn_at_source timestamptz,

    constraint a_stop_begins check (not lower_inf(valid) and upper_inf(valid)),
    constraint a_stop_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_stop_says_why
        check (upper_inf(known) = (withdrawal_reason is null) and upper_inf(known) = (withdrawn_at_source is null))
);
create index contract_stop_by_contract on contract_stop (contract_id);

grant select, insert on contract_stop to ${applicationRole};
grant update (known, withdrawal_reason, withdrawn_at_source) on contract_stop to ${applicationRole};

-- A contract ends otherwise than by a stop: by notice, closing or its end date (D35), or because both parties undo it
-- (D28): then it ends from its own first day on, so that no day is in force. Like a stop it holds from its day on, and a
-- withdrawal ends its being known; an annulment stays.
create table contract_end (
    id                  uuid        primary key,
    contract_id         uuid        not null references contract,
    uzovi               uzovi       not null,
    valid               daterange   not null,
    kind                text        not null,
    reason              text,
    known               tstzrange   not null,
    known_at_source     timestamptz not null,
    withdrawal_reason   text,
    withdrawn_at_source timestamptz,

    constraint an_end_begins check (not lower_inf(valid) and upper_inf(valid)),
    constraint an_end_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_end_says_why
        check (upper_inf(known) = (withdrawal_reason is null) and upper_inf(known) = (withdrawn_at_source is null)),
    constraint an_annulment_says_why check ((kind = 'ANNULLED') = (reason is not null)),
    constraint an_annulment_stays check (kind <> 'ANNULLED' or upper_inf(known))
);
create index contract_end_by_contract on contract_end (contract_id);
create unique index a_contract_is_annulled_once on contract_end (contract_id) where kind = 'ANNULLED';

grant select, insert on contract_end to ${applicationRole};
grant update (known, withdrawal_reason, withdrawn_at_source) on contract_end to ${applicationRole};

-- A part of what a period paid that is taken back (D34). A withdrawal ends its being known.
create table clawback (
    id                  uuid        primary key,
    contract_id         uuid        not null references contract,
    uzovi               uzovi       not null,
    valid               daterange   not null,
    ten_thousandths     integer     not null,
    grounds             text        not null,
    known               tstzrange   not null,
    known_at_source     timestamptz not null,
    withdrawal_reason   text,
    withdrawn_at_source timestamptz,

    constraint a_clawback_is_over_a_period
        check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
    constraint a_clawback_takes_a_part check (ten_thousandths between 1 and 10000),
    constraint a_clawback_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_clawback_says_why
        check (upper_inf(known) = (withdrawal_reason is null) and upper_inf(known) = (withdrawn_at_source is null))
);
create index clawback_by_contract on clawback (contract_id);

grant select, insert on clawback to ${applicationRole};
grant update (known, withdrawal_reason, withdrawn_at_source) on clawback to ${applicationRole};

-- What an older agreement pays already and a contract deducts per quarter (D32). An early end closes what was known and
-- writes the rest anew.
create table contract_offset (
    id                uuid        not null,
    contract_id       uuid        not null references contract,
    uzovi             uzovi       not null,
    agreement_id      uuid        not null,
    cents_per_quarter bigint      not null,
    valid             daterange   not null,
    known             tstzrange   not null,
    first_known_at    timestamptz not null,
    known_at_source   timestamptz not null,
    end_reason        text,
    ended_at_source   timestamptz,

    primary key (id, known),
    constraint an_offset_deducts_something check (cents_per_quarter > 0),
    constraint an_offset_holds_on_a_day check (not isempty(valid) and not lower_inf(valid)),
    constraint an_offset_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint an_offset_is_not_known_before_first check (first_known_at <= lower(known)),
    constraint an_ended_offset_says_why
        check (upper_inf(known) = (end_reason is null) and upper_inf(known) = (ended_at_source is null)),
    constraint one_offset_per_contract_day_and_moment
        exclude using gist (contract_id with =, valid with &&, known with &&)
);
create index contract_offset_by_contract on contract_offset (contract_id);

grant select, insert on contract_offset to ${applicationRole};
grant update (known, end_reason, ended_at_source) on contract_offset to ${applicationRole};

-- The part that goes to the practice's RHO: a percentage, or cents per ION (D49). An early end closes what was known and
-- writes the rest anew.
create table rho_share (
    id              uuid        not null,
    contract_id     uuid        not null references contract,
    uzovi           uzovi       not null,
    rho             text        not null,
    ten_thousandths integer,
    cents_per_ion   bigint,
    valid           daterange   not null,
    known           tstzrange   not null,
    first_known_at  timestamptz not null,
    known_at_source timestamptz not null,
    end_reason      text,
    ended_at_source timestamptz,

    primary key (id, known),
    constraint a_share_is_a_percentage_or_an_amount check (num_nonnulls(ten_thousandths, cents_per_ion) = 1),
    constraint a_share_is_a_part check (ten_thousandths between 1 and 10000),
    constraint a_share_per_ion_is_something check (cents_per_ion > 0),
    constraint a_share_holds_on_a_day check (not isempty(valid) and not lower_inf(valid)),
    constraint a_share_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_share_is_not_known_before_first check (first_known_at <= lower(known)),
    constraint an_ended_share_says_why
        check (upper_inf(known) = (end_reason is null) and upper_inf(known) = (ended_at_source is null)),
    constraint one_share_per_contract_day_and_moment
        exclude using gist (contract_id with =, valid with &&, known with &&),
    -- What was booked to an RHO is corrected with the same RHO: a day's share never goes over to another one.
    constraint the_rho_of_a_day_stays exclude using gist (contract_id with =, valid with &&, rho with <>)
);
create index rho_share_by_contract on rho_share (contract_id);

grant select, insert on rho_share to ${applicationRole};
grant update (known, end_reason, ended_at_source) on rho_share to ${applicationRole};
