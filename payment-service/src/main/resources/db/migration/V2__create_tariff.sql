create extension if not exists btree_gist;

-- The NZa's maximum: a table of its own, entered by migration (D37).
create table maximum_tariff (
    valid  daterange primary key check (not isempty(valid)),
    euro   numeric   not null check (euro > 0 and scale(euro) <= 2),
    source text      not null,

    constraint one_maximum_per_day exclude using gist (valid with &&)
);
insert into maximum_tariff (valid, euro, source) values
    ('[2025-01-01,)', 3.23, 'NZa maximum tariff 2025 per ION and quarter; the yearly figure 12.93 is never divided');

-- What somebody proposed and another approved; a tariff becomes known with its approval.
create table tariff_proposal (
    id          uuid        primary key,
    uzovi       uzovi       not null,
    valid       daterange   not null,
    euro        numeric     not null,
    segment     text,
    ground      text        not null,
    lowers      boolean     not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,

    constraint a_tariff_is_valid_on_a_day check (not isempty(valid)),
    constraint a_tariff_is_positive check (euro > 0),
    constraint a_tariff_has_two_decimals check (scale(euro) <= 2),
    constraint a_tariff_is_approved_by_another check (approved_by <> proposed_by),
    constraint an_approval_is_whole check ((approved_by is null) = (approved_at is null))
);
create index tariff_proposal_by_insurer on tariff_proposal (uzovi, id);

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

grant select on maximum_tariff to ${applicationRole};
grant select, insert on tariff_proposal, tariff to ${applicationRole};
grant update (approved_by, approved_at) on tariff_proposal to ${applicationRole};
grant update (known) on tariff to ${applicationRole};
