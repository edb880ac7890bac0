-- Computing a proposal from facts, as a job (D43, D46).

-- A computation is claimed in the database, and what it came to is written once, in the transaction that did it all.
-- Whoever dies meanwhile leaves nothing behind, and the next one starts anew. It is that of a run; a preview, of a run
-- that nobody makes: what it would come to, and no lines (P7); or a recomputation, which computes a run once more from its
-- facts, to be compared with what was kept and booked.
create table computation (
    id            uuid        primary key,
    kind          text        not null,
    -- Of a run its own id, and nobody else's.
    run_id        uuid        references payment_run,
    uzovi         uzovi       not null,
    quarter       peildatum   not null,
    cut_off       timestamptz not null,
    asked_by      text        not null,
    asked_at      timestamptz not null,
    finished_at   timestamptz,
    proposal_hash sha256,
    lines         bigint      check (lines >= 0),
    zero_lines    bigint      check (zero_lines between 0 and lines),
    differences   bigint      check (differences >= 0),
    attempts      integer     not null default 0,
    try_after     timestamptz,
    failure       text,

    constraint a_computation_is_of_one_kind check (kind in ('RUN', 'PREVIEW', 'RECOMPUTATION')),
    constraint a_runs_computation_has_its_id check (kind <> 'RUN' or coalesce(run_id = id, false)),
    constraint a_preview_is_of_no_run check (kind <> 'PREVIEW' or run_id is null),
    constraint a_recomputation_is_of_a_run check (kind <> 'RECOMPUTATION' or coalesce(run_id <> id, false)),
    constraint a_finished_computation_has_its_proposal
        check (num_nulls(finished_at, proposal_hash, lines, zero_lines) in (0, 4)),
    constraint a_finished_recomputation_says_what_differs
        check ((kind = 'RECOMPUTATION' and finished_at is not null) = (differences is not null))
);
create index computation_to_do on computation (asked_at) where finished_at is null;

grant select, insert on computation to ${applicationRole};
grant update (finished_at, proposal_hash, lines, zero_lines, differences, attempts, try_after, failure)
    on computation to ${applicationRole};

-- How far a computation is, written while it works.
create table computation_progress (
    computation_id uuid   primary key references computation,
    contracts      bigint not null default 0,
    contracts_done bigint not null default 0,

    constraint no_more_is_done_than_there_is check (contracts_done between 0 and contracts)
);

grant select, insert, update on computation_progress to ${applicationRole};

-- What a proposal comes to, per quarter, cause and component.
create table computation_total (
    computation_id uuid      not null references computation,
    quarter        peildatum not null,
    cause          text      not null,
    component      text      not null,
    parts          bigint    not null check (parts > 0),
    cents          bigint    not null,

    primary key (computation_id, quarter, cause, component)
);
create trigger computation_total_only_grows before update or delete or truncate on computation_total
    for each statement execute function refuse_change();

grant select, insert on computation_total to ${applicationRole};

-- What the computation met that somebody has to look at before an approval (D38, D39, D50): as many contracts or
-- patients, or as much money, as the number says.
create table computation_warning (
    computation_id uuid   not null references computation,
    kind           text   not null,
    -- The quarter, or the account of the creditor.
    subject        text   not null,
    number         bigint not null,

    primary key (computation_id, kind, subject),
    constraint a_warning_is_of_a_kind
        check (kind in ('DOUBLE_INSURANCE', 'MISSING_DELIVERY', 'MISSING_TARIFF', 'NEGATIVE_CREDITOR')),
    constraint a_warning_is_about_something
        check (case kind when 'NEGATIVE_CREDITOR' then number < 0 else number > 0 end)
);
create trigger computation_warning_only_grows before update or delete or truncate on computation_warning
    for each statement execute function refuse_change();

grant select, insert on computation_warning to ${applicationRole};

-- What a recomputation gives otherwise than it was kept. All is counted; what differs is named as far as it is not too
-- much.
create table computation_difference (
    computation_id uuid      not null references computation,
    number         bigint    not null check (number > 0),
    kind           text      not null,
    contract_id    uuid      not null,
    quarter        peildatum not null,
    kept           text,
    recomputed     text,

    primary key (computation_id, number),
    constraint a_difference_is_of_a_kind check (kind in ('LINE', 'ENTRIES', 'BOOKS')),
    constraint a_difference_is_one check (kept is distinct from recomputed)
);
create trigger computation_difference_only_grows before update or delete or truncate on computation_difference
    for each statement execute function refuse_change();

grant select, insert on computation_difference to ${applicationRole};
