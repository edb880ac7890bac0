-- Practices whose ION changed so much between two peildata that somebody has to look at it (D40).

-- A change by more than 25 % and more than 50. A move is known while the counting deliveries of both peildata say so with
-- these numbers; it stays readable as it was known.
create table ion_mass_move (
    id            uuid        primary key,
    uzovi         uzovi       not null,
    peildatum     peildatum   not null,
    compared_with peildatum   not null,
    agb           agb         not null,
    ion_before    bigint      not null check (ion_before >= 0),
    ion_after     bigint      not null check (ion_after >= 0),
    known         tstzrange   not null,

    constraint a_move_is_from_an_earlier_peildatum check (compared_with < peildatum),
    constraint a_mass_move_is_large
        check (abs(ion_after - ion_before) > 50 and 4 * abs(ion_after - ion_before) > ion_before),
    constraint a_move_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint one_move_per_practice_peildatum_and_moment
        exclude using gist (uzovi with =, peildatum with =, agb with =, known with &&)
);
create index ion_mass_move_by_insurer on ion_mass_move (uzovi, id);

grant select, insert on ion_mass_move to ${applicationRole};
grant update (known) on ion_mass_move to ${applicationRole};

-- Who looked at a move, and what they found: once, and never changed.
create table ion_mass_move_acknowledgement (
    move_id         uuid        not null references ion_mass_move,
    reason          text        not null,
    acknowledged_by text        not null,
    acknowledged_at timestamptz not null,

    constraint a_move_is_acknowledged_once primary key (move_id)
);
create trigger ion_mass_move_acknowledgement_only_grows before update or delete or truncate
    on ion_mass_move_acknowledgement for each statement execute function refuse_change();
create trigger ion_mass_move_acknowledgement_is_audited after insert on ion_mass_move_acknowledgement
    for each row execute function note_change('move_id');

grant select, insert on ion_mass_move_acknowledgement to ${applicationRole};
