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

-- The part that goes to the practice's RHO: a percentage, or cents per ION (D49).
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

grant select, insert on contract_offset, rho_share to ${applicationRole};
grant update (known, end_reason, ended_at_source) on contract_offset, rho_share to ${applicationRole};
