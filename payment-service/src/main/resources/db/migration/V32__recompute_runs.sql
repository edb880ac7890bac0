-- A run may be computed once more from its facts, to be compared with what was kept and booked: by request, by an
-- auditor too. What differs is named, as far as it is not too much.
alter table computation
    add column differences bigint check (differences >= 0),
    drop constraint a_computation_is_of_one_kind,
    add constraint a_computation_is_of_one_kind check (kind in ('RUN', 'PREVIEW', 'RECOMPUTATION')),
    add constraint a_recomputation_is_of_a_run
        check (kind <> 'RECOMPUTATION' or coalesce(run_id <> id, false)),
    add constraint a_finished_recomputation_says_what_differs
        check ((kind = 'RECOMPUTATION' and finished_at is not null) = (differences is not null));

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
grant update (differences) on computation to ${applicationRole};
