-- A contract ends otherwise than by a stop (D35): by notice, closing or its end date. Like a stop it holds from its day
-- on, and a withdrawal ends its being known; it erases nothing.
create table contract_end (
    id                   uuid        primary key,
    contract_id          uuid        not null references contract,
    uzovi                uzovi       not null,
    valid                daterange   not null,
    kind                 text        not null,
    known                tstzrange   not null,
    known_at_source      timestamptz not null,
    withdrawal_reason    text,
    withdrawn_at_source  timestamptz,

    constraint an_end_begins check (not lower_inf(valid) and upper_inf(valid)),
    constraint an_end_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_end_says_why
        check (upper_inf(known) = (withdrawal_reason is null) and upper_inf(known) = (withdrawn_at_source is null))
);
create index contract_end_by_contract on contract_end (contract_id);

grant select, insert on contract_end to ${applicationRole};
grant update (known, withdrawal_reason, withdrawn_at_source) on contract_end to ${applicationRole};
