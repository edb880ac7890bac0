-- Patients whom two insurers delivered, and for whom insurers settle (D39).

-- One patient at two insurers on one peildatum: a row for each of the two lines, which both count. It stands while both
-- deliveries count. Whoever reads it learns about their own line, and that another insurer has one too.
create table ion_conflict (
    id                uuid        primary key,
    delivery_id       uuid        not null references ion_delivery,
    other_delivery_id uuid        not null references ion_delivery,
    pseudonym         uuid        not null,
    agb               agb         not null,
    registered_on     date        not null,
    found_at          timestamptz not null,

    constraint a_conflict_is_between_two_deliveries check (delivery_id <> other_delivery_id),
    constraint one_conflict_per_line_and_delivery unique (delivery_id, pseudonym, other_delivery_id)
);
create trigger ion_conflict_only_grows before update or delete or truncate on ion_conflict
    for each statement execute function refuse_change();

grant select, insert on ion_conflict to ${applicationRole};

-- An insurer settles for whom one patient of a delivery counts: with one of the practices that were delivered, or with
-- none. What was delivered stays as it is; a settlement changes counts from its recording on, until it is withdrawn.
create table ion_settlement (
    id               uuid      primary key,
    delivery_id      uuid      not null references ion_delivery,
    pseudonym        uuid      not null,
    counted_with     agb,
    counts_with      agb,
    reason           text      not null,
    settled_by       text      not null,
    known            tstzrange not null,
    withdrawn_by     text,
    withdrawn_reason text,

    constraint a_settlement_changes_a_count check (counted_with is distinct from counts_with),
    constraint a_settlement_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_withdrawn_settlement_says_by_whom_and_why
        check (upper_inf(known) = (withdrawn_by is null) and (withdrawn_by is null) = (withdrawn_reason is null)),
    constraint one_settlement_per_patient_and_moment
        exclude using gist (delivery_id with =, pseudonym with =, known with &&)
);
create index ion_settlement_by_delivery on ion_settlement (delivery_id, id);
-- Whose pseudonym it was is no auditor's business.
create trigger changes_of_ion_settlement_are_noted after insert or update or delete on ion_settlement
    for each row execute function note_change('id', 'pseudonym');

grant select, insert on ion_settlement to ${applicationRole};
grant update (known, withdrawn_by, withdrawn_reason) on ion_settlement to ${applicationRole};

-- What settlements change in a delivery's counts, with the moments from which and until which that is known.
create view ion_count_change as
    select delivery_id, counts_with as agb, 1 as change, known from ion_settlement where counts_with is not null
    union all
    select delivery_id, counted_with, -1, known from ion_settlement where counted_with is not null;

grant select on ion_count_change to ${applicationRole};

-- The conflicts between deliveries that count, of which neither insurer has withdrawn its line.
create view ion_open_conflict as
    select c.*, d.uzovi, d.peildatum
    from ion_conflict c
    join ion_delivery d on d.id = c.delivery_id and upper_inf(d.known)
    join ion_delivery o on o.id = c.other_delivery_id and upper_inf(o.known)
    where not exists (
        select from ion_settlement s
        where s.pseudonym = c.pseudonym and upper_inf(s.known) and s.counts_with is null
          and s.delivery_id in (c.delivery_id, c.other_delivery_id));

grant select on ion_open_conflict to ${applicationRole};
