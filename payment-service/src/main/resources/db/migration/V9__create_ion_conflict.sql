-- One patient at two insurers on one peildatum (D39): a row for each of the two lines, which both count. It stands while
-- both deliveries count. Whoever reads it learns about their own line, and that another insurer has one too.
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
