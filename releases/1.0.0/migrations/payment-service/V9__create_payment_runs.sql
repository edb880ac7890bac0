-- Runs, and what each proposes to book (D43-D46).

-- A run: what is to be booked, computed from the facts recorded before its cut-off. It is COMPUTING, then a DRAFT that
-- another person approves by its hash, then POSTED; or WITHDRAWN before that, or FAILED where it cannot be computed and
-- is in nobody's way. The reason of a failure stands with the computation.
create table payment_run (
    id                uuid        primary key,
    uzovi             uzovi       not null,
    quarter           peildatum   not null,
    state             text        not null,
    cut_off           timestamptz not null,
    proposal_hash     sha256,
    made_by           text        not null,
    made_at           timestamptz not null,
    approved_by       text,
    approved_at       timestamptz,
    posted_at         timestamptz,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    -- Of posting.
    attempts          integer     not null default 0,
    try_after         timestamptz,
    failure           text,

    constraint a_run_is_in_one_state
        check (state in ('COMPUTING', 'DRAFT', 'APPROVED', 'POSTED', 'WITHDRAWN', 'FAILED')),
    constraint a_run_has_a_proposal_once_it_is_computed
        check (case when state in ('COMPUTING', 'FAILED') then proposal_hash is null when state = 'WITHDRAWN' then true
               else proposal_hash is not null end),
    constraint a_run_is_approved_by_another check (approved_by <> made_by),
    constraint an_approved_run_says_by_whom
        check ((approved_by is null) = (approved_at is null)
            and (state not in ('APPROVED', 'POSTED') or approved_by is not null)),
    constraint a_posted_run_says_when check ((state = 'POSTED') = (posted_at is not null)),
    constraint a_withdrawn_run_says_why
        check ((state = 'WITHDRAWN') = (withdrawal_reason is not null)
            and (withdrawn_by is null) = (withdrawal_reason is null)
            and (withdrawn_at is null) = (withdrawal_reason is null))
);
create unique index one_open_run_per_insurer on payment_run (uzovi) where state in ('COMPUTING', 'DRAFT', 'APPROVED');
create index payment_run_by_insurer on payment_run (uzovi, id);
create trigger payment_run_is_audited after insert or update or delete on payment_run
    for each row execute function note_change('id', 'attempts', 'try_after', 'failure');

grant select, insert on payment_run to ${applicationRole};
grant update (state, proposal_hash, approved_by, approved_at, posted_at, withdrawn_by, withdrawn_at, withdrawal_reason,
    attempts, try_after, failure) on payment_run to ${applicationRole};

-- The proposal: a line for each contract and quarter, with the facts that it follows from. Zero is an answer, and says
-- why (D45). It is never changed: another proposal is another run.
create table payment_line (
    id               uuid      primary key,
    run_id           uuid      not null references payment_run,
    uzovi            uzovi     not null,
    -- While what contract-service told is rebuilt from the inbox, lines wait until the end of the transaction for their
    -- contract to be there again.
    contract_id      uuid      not null references contract deferrable,
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

grant select, insert on payment_line to ${applicationRole};

-- What of a line is to be booked, each part for its cause (D44).
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

grant select, insert on payment_part to ${applicationRole};

-- Who looked at a run's warnings (computation_warning), and what they found: bound to the proposal, once, and never
-- changed.
create table run_acknowledgement (
    id              uuid        primary key,
    run_id          uuid        not null references payment_run,
    proposal_hash   sha256      not null,
    kind            text        not null,
    -- All of the kind when it is absent.
    subject         text,
    reason          text        not null,
    acknowledged_by text        not null,
    acknowledged_at timestamptz not null,

    constraint a_warning_is_acknowledged_once unique nulls not distinct (run_id, kind, subject)
);
create trigger run_acknowledgement_only_grows before update or delete or truncate on run_acknowledgement
    for each statement execute function refuse_change();

grant select, insert on run_acknowledgement to ${applicationRole};

-- What an insurer's neighbour told after a moment is looked for by moment.
create index inbox_by_recording on inbox (recorded_at);
