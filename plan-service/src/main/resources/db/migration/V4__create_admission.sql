-- Admission by quarter: preferences, rounds, what they froze, their draws and who may start (D16-D21).

-- The cumulative ceiling of a region's ION, from a quarter on (D16). At 100 there is no draw.
create table admission_ceiling (
    from_quarter peildatum primary key,
    percent      integer   not null check (percent between 1 and 100)
);
insert into admission_ceiling (from_quarter, percent)
values ('2023-04-01', 25), ('2023-07-01', 50), ('2023-10-01', 75), ('2024-01-01', 100);

-- What practices stated, newest last; none stated is: takes part, with its hub (D17).
create table preference (
    number        bigint      generated always as identity primary key,
    agb           agb         not null references practice,
    takes_part    boolean     not null,
    later_quarter peildatum,
    stated_at     timestamptz not null,
    stated_by     text        not null,

    constraint who_opts_out_has_no_quarter check (takes_part or later_quarter is null)
);
create index preference_by_practice on preference (agb, number desc);

create table admission_round (
    id              uuid        primary key,
    region          text        not null references region,
    quarter         peildatum   not null,
    ceiling_percent integer     not null check (ceiling_percent between 1 and 100),
    opened_at       timestamptz not null,
    opened_by       text        not null,

    constraint one_round_per_region_and_quarter unique (region, quarter)
);

-- The number tells draws of one round apart: 1 is the draw, a higher one a repeated draw with a reason (D20).
create table draw_commitment (
    round_id     uuid        not null references admission_round,
    number       integer     not null default 1 check (number > 0),
    commitment   sha256      not null,
    committed_at timestamptz not null,
    committed_by text        not null,

    constraint one_commitment_per_draw primary key (round_id, number),
    constraint a_draw_keeps_its_commitment unique (round_id, number, commitment)
);

create table frozen_pool (
    round_id     uuid        not null references admission_round,
    total_ion    bigint      not null check (total_ion > 0),
    used_ion     bigint      not null check (used_ion between 0 and total_ion),
    canonical    text        not null,
    pool_hash    sha256      not null,
    committed_by text,
    frozen_at    timestamptz not null,
    frozen_by    text        not null,

    constraint a_round_freezes_once primary key (round_id),
    constraint the_hash_is_that_of_the_pool check (sha256(convert_to(canonical, 'UTF8')) = pool_hash),
    constraint the_notary_does_not_freeze check (frozen_by <> committed_by)
);

create table lot (
    round_id uuid   not null references frozen_pool,
    lot_id   text   not null,
    kind     text   not null check (kind in ('HUB', 'PRACTICE')),
    ion      bigint not null check (ion > 0),

    primary key (round_id, lot_id)
);

create table lot_member (
    round_id uuid   not null,
    lot_id   text   not null,
    agb      agb    not null references practice,
    hub      text   not null,
    ion      bigint not null check (ion > 0),

    constraint a_practice_is_in_one_lot primary key (round_id, agb),
    foreign key (round_id, lot_id) references lot
);
create index lot_member_by_lot on lot_member (round_id, lot_id);

create table lot_withdrawal (
    round_id     uuid        not null,
    lot_id       text        not null,
    reason       text        not null check (reason <> ''),
    withdrawn_at timestamptz not null,
    withdrawn_by text        not null,

    constraint a_lot_is_withdrawn_once primary key (round_id, lot_id),
    foreign key (round_id, lot_id) references lot
);

create table draw (
    id         uuid        primary key,
    round_id   uuid        not null references frozen_pool,
    number     integer     not null,
    commitment sha256      not null,
    seed       bytea       not null check (octet_length(seed) = 32),
    reason     text,
    drawn_at   timestamptz not null,
    drawn_by   text        not null,

    constraint draws_are_numbered unique (round_id, number),
    constraint a_draw_follows_its_commitment foreign key (round_id, number, commitment)
        references draw_commitment (round_id, number, commitment),
    constraint the_seed_matches_the_commitment check (sha256(seed) = commitment),
    constraint a_repeated_draw_has_a_reason check ((number = 1) = (reason is null))
);

-- The transcript's lines. Without a draw (the last round) draw_id is null.
create table turn (
    round_id       uuid    not null,
    draw_id        uuid    references draw,
    rank           integer not null check (rank > 0),
    lot_id         text    not null,
    outcome        text    not null check (outcome in ('ADMITTED', 'LAPSED', 'WITHDRAWN')),
    used_ion_after bigint  not null,
    why            text    not null,

    foreign key (round_id, lot_id) references lot,
    constraint a_lot_has_one_turn_per_draw unique nulls not distinct (round_id, draw_id, lot_id),
    constraint a_rank_is_given_once_per_draw unique nulls not distinct (round_id, draw_id, rank)
);

-- Who may start (D21). Withdrawn later is said in the row, once; a practice may be admitted again after that.
create table admission (
    round_id         uuid        not null references frozen_pool,
    agb              agb         not null references practice,
    rho              text        not null references rho,
    region           text        not null references region,
    hub              text        not null,
    quarter          peildatum   not null,
    ion              bigint      not null check (ion > 0),
    lot_id           text        not null,
    draw_id          uuid        references draw,
    admitted_at      timestamptz not null,
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,

    primary key (round_id, agb),
    foreign key (round_id, lot_id) references lot,
    constraint who_withdraws_says_when_and_why
        check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3) and withdrawn_reason <> '')
);
create unique index one_admission_at_a_time on admission (agb) where withdrawn_at is null;
create index admission_by_tranche on admission (region, quarter, agb);

create function refuse_second_withdrawal() returns trigger language plpgsql as $$
begin
    raise exception 'the admission of % was withdrawn before', old.agb using errcode = 'restrict_violation';
end
$$;
create trigger an_admission_is_withdrawn_once before update on admission
    for each row when (old.withdrawn_at is not null) execute function refuse_second_withdrawal();
create trigger admission_is_never_deleted before delete or truncate on admission
    for each statement execute function refuse_change();

create trigger preference_only_grows before update or delete or truncate on preference
    for each statement execute function refuse_change();
create trigger round_only_grows before update or delete or truncate on admission_round
    for each statement execute function refuse_change();
create trigger commitment_only_grows before update or delete or truncate on draw_commitment
    for each statement execute function refuse_change();
create trigger pool_only_grows before update or delete or truncate on frozen_pool
    for each statement execute function refuse_change();
create trigger lot_only_grows before update or delete or truncate on lot
    for each statement execute function refuse_change();
create trigger lot_member_only_grows before update or delete or truncate on lot_member
    for each statement execute function refuse_change();
create trigger lot_withdrawal_only_grows before update or delete or truncate on lot_withdrawal
    for each statement execute function refuse_change();
create trigger draw_only_grows before update or delete or truncate on draw
    for each statement execute function refuse_change();
create trigger turn_only_grows before update or delete or truncate on turn
    for each statement execute function refuse_change();

grant select on admission_ceiling to ${applicationRole};
grant select, insert on preference, admission_round, draw_commitment, frozen_pool, lot, lot_member, lot_withdrawal,
    draw, turn, admission to ${applicationRole};
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on admission to ${applicationRole};
