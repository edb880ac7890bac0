-- A preview is the computation of a run that nobody makes: what it would come to, and no lines (P7).
alter table computation
    drop constraint a_computation_is_of_one_kind,
    add constraint a_computation_is_of_one_kind check (kind in ('RUN', 'PREVIEW')),
    add constraint a_preview_is_of_no_run check (kind <> 'PREVIEW' or run_id is null);

-- What the computation met that somebody has to look at before an approval (D38, D39, D50): as many contracts or
-- patients, or as much money, as the number says.
create table computation_warning (
    computation_id uuid   not null references computation,
    kind           text   not null,
    -- The quarter, or the account of the creditor.
    subject        text   not null,
    number         bigint not null,

    primary key (computation_id, kind, subject),
    constraint a_warning_is_of_a_kind check (kind in ('DOUBLE_INSURANCE', 'MISSING_DELIVERY', 'MISSING_TARIFF', 'NEGATIVE_CREDITOR')),
    constraint a_warning_is_about_something
        check (case kind when 'NEGATIVE_CREDITOR' then number < 0 else number > 0 end)
);
create trigger computation_warning_only_grows before update or delete or truncate on computation_warning
    for each statement execute function refuse_change();

-- Who looked at a run's warnings, and what they found: bound to the proposal, once, and never changed.
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

-- What an insurer's neighbour told after a moment is looked for by moment.
create index inbox_by_recording on inbox (recorded_at);

grant select, insert on computation_warning, run_acknowledgement to ${applicationRole};
