-- A proposal is computed by a job (D46): a computation is claimed in the database, and what it came to is written once,
-- in the transaction that did it all. Whoever dies meanwhile leaves nothing behind, and the next one starts anew.
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
    attempts      integer     not null default 0,
    try_after     timestamptz,
    failure       text,

    constraint a_computation_is_of_one_kind check (kind in ('RUN')),
    constraint a_runs_computation_has_its_id check (kind <> 'RUN' or coalesce(run_id = id, false)),
    constraint a_finished_computation_has_its_proposal
        check (num_nulls(finished_at, proposal_hash, lines, zero_lines) in (0, 4))
);
create index computation_to_do on computation (asked_at) where finished_at is null;

-- How far a computation is, written while it works.
create table computation_progress (
    computation_id uuid   primary key references computation,
    contracts      bigint not null default 0,
    contracts_done bigint not null default 0,

    constraint no_more_is_done_than_there_is check (contracts_done between 0 and contracts)
);

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

-- Runs that were computed when they were made.
insert into computation (id, kind, run_id, uzovi, quarter, cut_off, asked_by, asked_at, finished_at, proposal_hash,
    lines, zero_lines)
select r.id, 'RUN', r.id, r.uzovi, r.quarter, r.cut_off, r.made_by, r.made_at, r.made_at, r.proposal_hash,
    count(l.id), count(l.zero_reason)
from payment_run r left join payment_line l on l.run_id = r.id group by r.id;
insert into computation_progress (computation_id) select id from computation;
insert into computation_total (computation_id, quarter, cause, component, parts, cents)
select l.run_id, l.quarter, p.cause, p.component, count(*), sum(p.cents)
from payment_line l join payment_part p on p.line_id = l.id group by l.run_id, l.quarter, p.cause, p.component;

alter table payment_run
    add column failure text,
    alter column proposal_hash drop not null,
    drop constraint a_run_is_in_one_state,
    add constraint a_run_is_in_one_state
        check (state in ('COMPUTING', 'DRAFT', 'APPROVED', 'POSTED', 'WITHDRAWN')),
    add constraint a_run_has_a_proposal_once_it_is_computed
        check (case state when 'COMPUTING' then proposal_hash is null when 'WITHDRAWN' then true
               else proposal_hash is not null end);
drop index one_open_run_per_insurer;
create unique index one_open_run_per_insurer on payment_run (uzovi) where state in ('COMPUTING', 'DRAFT', 'APPROVED');

-- The run is there before its lines now.
alter table payment_line alter constraint payment_line_run_id_fkey not deferrable;

grant select, insert on computation, computation_progress, computation_total to ${applicationRole};
grant update (finished_at, proposal_hash, lines, zero_lines, attempts, try_after, failure)
    on computation to ${applicationRole};
grant update on computation_progress to ${applicationRole};
grant update (proposal_hash, failure) on payment_run to ${applicationRole};
