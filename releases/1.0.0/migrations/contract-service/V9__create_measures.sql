-- D34: stops and clawbacks. A proposal, its decision and its withdrawal are facts of their own; none is ever erased.

-- What one person or system proposed: to stop a contract, or to take money back. They are two facts, never one.
create table measure (
    id                uuid        primary key,
    contract_id       uuid        not null references contract,
    kind              text        not null check (kind in ('STOP', 'CLAWBACK')),
    stopped_from      date,
    hearing_opened_on date,
    clawed_back_from  date,
    clawed_back_until date,
    percentage        numeric,
    grounds           text        not null check (length(grounds) between 1 and 4000),
    proposed_by       text        not null,
    proposed_with     text        not null,
    proposed_at       timestamptz not null,

    constraint for_its_decision unique (id, proposed_by),
    constraint of_its_kind unique (id, kind),
    constraint a_stop_has_its_terms_only check (
        kind <> 'STOP' or num_nonnulls(stopped_from, hearing_opened_on) = 2
            and num_nulls(clawed_back_from, clawed_back_until, percentage) = 3),
    constraint a_clawback_has_its_terms_only check (
        kind <> 'CLAWBACK' or num_nulls(stopped_from, hearing_opened_on) = 2
            and num_nonnulls(clawed_back_from, clawed_back_until, percentage) = 3),
    constraint no_stop_before_the_hearing check (stopped_from >= hearing_opened_on),
    constraint a_period_has_days check (clawed_back_until > clawed_back_from),
    constraint a_percentage_is_a_part check (percentage > 0 and percentage <= 100 and scale(percentage) <= 2)
);
create index measure_by_contract on measure (contract_id);
create trigger measure_only_grows before update or delete or truncate on measure
    for each statement execute function refuse_change();

grant select, insert on measure to ${applicationRole};

-- The decision of another. A clawback is decided on what it takes in euros: that document is evidence.
create table measure_decision (
    measure_id   uuid        primary key,
    kind         text,
    proposed_by  text        not null,
    document     bytea,
    digest       sha256,
    decided_by   text        not null,
    decided_with text        not null,
    decided_at   timestamptz not null,

    foreign key (measure_id, proposed_by) references measure (id, proposed_by),
    foreign key (measure_id, kind) references measure (id, kind),
    constraint a_decision_names_its_kind check (kind is not null),
    constraint a_clawback_is_decided_on_what_it_takes check ((kind = 'CLAWBACK') = (document is not null)),
    constraint the_digest_is_that_of_what_it_takes check (
        (document is null) = (digest is null) and digest = sha256(document)),
    constraint four_eyes_on_a_measure check (decided_by <> proposed_by)
);
create trigger measure_decision_only_grows before update or delete or truncate on measure_decision
    for each statement execute function refuse_change();

grant select, insert on measure_decision to ${applicationRole};

-- That a measure is taken back, before it was decided or after.
create table measure_withdrawal (
    measure_id     uuid        primary key references measure,
    reason         text        not null check (length(reason) between 1 and 4000),
    withdrawn_by   text        not null,
    withdrawn_with text        not null,
    withdrawn_at   timestamptz not null
);
create trigger measure_withdrawal_only_grows before update or delete or truncate on measure_withdrawal
    for each statement execute function refuse_change();

grant select, insert on measure_withdrawal to ${applicationRole};
