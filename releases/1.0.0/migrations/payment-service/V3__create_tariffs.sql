-- Tariffs per ION and quarter: proposed by one person, approved by another, held against the NZa's maximum (D37).

-- The segments of GP care. Kept by migration; the application reads it.
create table tariff_segment (
    code        text primary key check (code ~ '^S[0-9]$'),
    description text not null
);

grant select on tariff_segment to ${applicationRole};

-- The NZa's maximum: a table of its own, entered by migration.
create table maximum_tariff (
    valid   daterange primary key check (not isempty(valid)),
    segment text      references tariff_segment,
    euro    numeric   not null check (euro > 0 and scale(euro) <= 2),
    source  text      not null,

    constraint one_maximum_per_day exclude using gist (valid with &&)
);

grant select on maximum_tariff to ${applicationRole};

-- What somebody proposed and another approved; a tariff becomes known with its approval. It may name its segment, and the
-- code (prestatiecode) that it is declared under elsewhere.
create table tariff_proposal (
    id            uuid        primary key,
    uzovi         uzovi       not null,
    valid         daterange   not null,
    euro          numeric     not null,
    segment       text,
    prestatiecode text,
    ground        text        not null,
    lowers        boolean     not null,
    proposed_by   text        not null,
    proposed_at   timestamptz not null,
    approved_by   text,
    approved_at   timestamptz,

    constraint a_tariff_is_valid_on_a_day check (not isempty(valid)),
    constraint a_tariff_is_positive check (euro > 0),
    constraint a_tariff_has_two_decimals check (scale(euro) <= 2),
    constraint a_tariff_is_of_a_known_segment foreign key (segment) references tariff_segment,
    constraint a_prestatiecode_has_its_form check (prestatiecode ~ '^[0-9A-Z]{1,10}$'),
    constraint a_tariff_is_approved_by_another check (approved_by <> proposed_by),
    constraint an_approval_is_whole check ((approved_by is null) = (approved_at is null))
);
create index tariff_proposal_by_insurer on tariff_proposal (uzovi, id);
create trigger tariff_proposal_is_audited after insert or update or delete on tariff_proposal
    for each row execute function note_change('id');

grant select, insert on tariff_proposal to ${applicationRole};
grant update (approved_by, approved_at) on tariff_proposal to ${applicationRole};

-- The tariffs on two axes: the days on which one holds, and the moments from which and until which it was known.
create table tariff (
    id             uuid        primary key,
    proposal_id    uuid        not null references tariff_proposal,
    uzovi          uzovi       not null,
    valid          daterange   not null,
    known          tstzrange   not null,
    -- A revision splits what it overlaps: the rest is written anew, and was known since this moment.
    first_known_at timestamptz not null,
    euro           numeric     not null,

    constraint a_tariff_holds_on_a_day check (not isempty(valid)),
    constraint a_tariff_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_known_tariff_is_positive check (euro > 0),
    constraint a_known_tariff_has_two_decimals check (scale(euro) <= 2),
    constraint one_tariff_per_day_and_moment
        exclude using gist (uzovi with =, valid with &&, known with &&)
);

grant select, insert on tariff to ${applicationRole};
grant update (known) on tariff to ${applicationRole};
