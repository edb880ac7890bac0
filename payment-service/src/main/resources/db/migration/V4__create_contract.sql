-- contract-service's facts as we see them: what holds from which day, and since when it is known here. When the source
-- knew it travels along and is shown, never queried (D54).
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
create index contract_by_insurer on contract (uzovi, id);
create index contract_by_practice on contract (agb);

-- A stop holds from its day on. A withdrawal ends its being known; it erases nothing (D34).
create table contract_stop (
    id                   uuid        primary key,
    contract_id          uuid        not null references contract,
    uzovi                uzovi       not null,
    valid                daterange   not null,
    grounds              text        not null,
    known                tstzrange   not null,
    known_at_source      timestamptz not null,
    withdrawal_reason    text,
    withdrawn_at_source  timestamptz,

    constraint a_stop_begins check (not lower_inf(valid) and upper_inf(valid)),
    constraint a_stop_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_stop_says_why
        check (upper_inf(known) = (withdrawal_reason is null) and upper_inf(known) = (withdrawn_at_source is null))
);
create index contract_stop_by_contract on contract_stop (contract_id);

create table clawback (
    id                   uuid        primary key,
    contract_id          uuid        not null references contract,
    uzovi                uzovi       not null,
    valid                daterange   not null,
    ten_thousandths      integer     not null,
    grounds              text        not null,
    known                tstzrange   not null,
    known_at_source      timestamptz not null,
    withdrawal_reason    text,
    withdrawn_at_source  timestamptz,

    constraint a_clawback_is_over_a_period
        check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
    constraint a_clawback_takes_a_part check (ten_thousandths between 1 and 10000),
    constraint a_clawback_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_clawback_says_why
        check (upper_inf(known) = (withdrawal_reason is null) and upper_inf(known) = (withdrawn_at_source is null))
);
create index clawback_by_contract on clawback (contract_id);

grant select, insert on contract, contract_stop, clawback to ${applicationRole};
grant update (known, withdrawal_reason, withdrawn_at_source) on contract_stop, clawback to ${applicationRole};
