-- A run: what is to be booked, computed from the facts recorded before its cut-off (D43, D46).
create table payment_run (
    id                uuid        primary key,
    uzovi             uzovi       not null,
    quarter           peildatum   not null,
    state             text        not null,
    cut_off           timestamptz not null,
    proposal_hash     sha256      not null,
    made_by           text        not null,
    made_at           timestamptz not null,
    approved_by       text,
    approved_at       timestamptz,
    posted_at         timestamptz,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    attempts          integer     not null default 0,
    try_after         timestamptz,

    constraint a_run_is_in_one_state check (state in ('DRAFT', 'APPROVED', 'POSTED', 'WITHDRAWN')),
    constraint a_run_is_approved_by_another check (approved_by <> made_by),
    constraint an_approved_run_says_by_whom
        check ((approved_by is null) = (approved_at is null) and (state not in ('APPROVED', 'POSTED') or approved_by is not null)),
    constraint a_posted_run_says_when check ((state = 'POSTED') = (posted_at is not null)),
    constraint a_withdrawn_run_says_why
        check ((state = 'WITHDRAWN') = (withdrawal_reason is not null)
            and (withdrawn_by is null) = (withdrawal_reason is null)
            and (withdrawn_at is null) = (withdrawal_reason is null))
);
create unique index one_open_run_per_insurer on payment_run (uzovi) where state in ('DRAFT', 'APPROVED');
create index payment_run_by_insurer on payment_run (uzovi, id);

-- The proposal. It is never changed: another proposal is another run.
create table payment_line (
    id               uuid      primary key,
    -- The run is written last, with the hash over its lines.
    run_id           uuid      not null references payment_run deferrable initially deferred,
    uzovi            uzovi     not null,
    contract_id      uuid      not null references contract,
    agb              agb       not null,
    quarter          peildatum not null,
    facts            jsonb     not null,
    due_practice     bigint    not null check (due_practice >= 0),
    due_rho          bigint    not null check (due_rho >= 0),
    previous_line_id uuid      references payment_line,
    zero_reason      text,

    constraint one_line_per_contract_and_quarter unique (run_id, contract_id, quarter)
);
create index payment_line_by_contract on payment_line (contract_id, quarter);
create trigger payment_line_only_grows before update or delete or truncate on payment_line
    for each statement execute function refuse_change();

create table payment_part (
    line_id   uuid    not null references payment_line,
    number    integer not null check (number > 0),
    cause     text    not null,
    component text    not null,
    cents     bigint  not null check (cents <> 0),

    primary key (line_id, number),
    constraint one_part_per_cause_and_component unique (line_id, cause, component),
    constraint a_part_has_a_cause check (cause in ('REGULAR', 'RETROACTIVE', 'ION_CORRECTION', 'TARIFF_REVISION',
        'COVERAGE', 'CLAWBACK', 'OFFSET', 'SHARE')),
    constraint a_part_is_of_a_component check (component in ('PRACTICE', 'RHO'))
);
create trigger payment_part_only_grows before update or delete or truncate on payment_part
    for each statement execute function refuse_change();

grant select, insert on payment_run, payment_line, payment_part to ${applicationRole};
grant update (state, approved_by, approved_at, posted_at, withdrawn_by, withdrawn_at, withdrawal_reason, attempts,
    try_after) on payment_run to ${applicationRole};
