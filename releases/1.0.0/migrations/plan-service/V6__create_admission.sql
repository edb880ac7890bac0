-- Admission by quarter: preferences, rounds, what they froze, their draws and who may start (D16-D21).

-- The cumulative ceiling from a quarter on, in percents of a region's ION and in the nation's ION (D16). The region's is
-- enforced, the nation's shown. At 100 there is no draw. Kept by migration; the application reads it.
create table admission_ceiling (
    from_quarter peildatum primary key,
    percent      integer   not null check (percent between 1 and 100),
    national_ion bigint    not null,

    constraint a_national_ceiling_is_positive check (national_ion > 0)
);

grant select on admission_ceiling to ${applicationRole};

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
-- A practice's last one.
create index preference_by_practice on preference (agb, number desc);
create trigger preference_only_grows before update or delete or truncate on preference
    for each statement execute function refuse_change();

grant select, insert on preference to ${applicationRole};

-- A region's round for a quarter, with the ceiling that held when it was opened.
create table admission_round (
    id                uuid        primary key,
    region            text        not null references region,
    quarter           peildatum   not null,
    ceiling_percent   integer     not null check (ceiling_percent between 1 and 100),
    -- The first day on which preferences are no longer taken for the round; none is: until the freeze (D17).
    preferences_until date,
    opened_at         timestamptz not null,
    opened_by         text        not null,

    constraint one_round_per_region_and_quarter unique (region, quarter),
    constraint preferences_close_after_the_opening
        check (preferences_until >= (opened_at at time zone 'Europe/Amsterdam')::date)
);
create trigger round_only_grows before update or delete or truncate on admission_round
    for each statement execute function refuse_change();

grant select, insert on admission_round to ${applicationRole};

-- What the notary bound themselves to before the seed of a draw is known (D20). The number tells draws of one round
-- apart: 1 is the draw, a higher one a repeated draw with a reason.
create table draw_commitment (
    round_id     uuid        not null references admission_round,
    number       integer     not null default 1 check (number > 0),
    commitment   sha256      not null,
    committed_at timestamptz not null,
    committed_by text        not null,

    constraint one_commitment_per_draw primary key (round_id, number),
    constraint a_draw_keeps_its_commitment unique (round_id, number, commitment),
    -- Once revealed, a seed is known to all.
    constraint a_seed_is_committed_to_once unique (commitment)
);
create trigger commitment_only_grows before update or delete or truncate on draw_commitment
    for each statement execute function refuse_change();

grant select, insert on draw_commitment to ${applicationRole};

-- What a round draws from, once and for all, in its canonical form (docs/draw.md). Who commits does not freeze, or they
-- could look for a pool that goes with their seed.
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
create trigger pool_only_grows before update or delete or truncate on frozen_pool
    for each statement execute function refuse_change();

grant select, insert on frozen_pool to ${applicationRole};

-- A lot of a pool: a hub, or a practice that starts later than its hub (D18).
create table lot (
    round_id uuid   not null references frozen_pool,
    lot_id   text   not null,
    kind     text   not null check (kind in ('HUB', 'PRACTICE')),
    ion      bigint not null check (ion > 0),

    primary key (round_id, lot_id)
);
create trigger lot_only_grows before update or delete or truncate on lot
    for each statement execute function refuse_change();

grant select, insert on lot to ${applicationRole};

-- The practices of a lot, with their hub and ION as they were frozen.
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
create trigger lot_member_only_grows before update or delete or truncate on lot_member
    for each statement execute function refuse_change();

grant select, insert on lot_member to ${applicationRole};

-- That a lot is out, and why. It counts for the draw with the number and for all that follow.
create table lot_withdrawal (
    round_id     uuid        not null,
    lot_id       text        not null,
    from_draw    integer     not null default 1 check (from_draw > 0),
    reason       text        not null check (reason <> ''),
    withdrawn_at timestamptz not null,
    withdrawn_by text        not null,

    constraint a_lot_is_withdrawn_once primary key (round_id, lot_id),
    foreign key (round_id, lot_id) references lot
);
create trigger lot_withdrawal_only_grows before update or delete or truncate on lot_withdrawal
    for each statement execute function refuse_change();

grant select, insert on lot_withdrawal to ${applicationRole};

-- What orders a repeated draw, after the notary's new commitment. Its id is mixed into the order, so that a notary who
-- knows the pool cannot choose a seed by what it would draw (D20).
create table redraw (
    id           uuid        primary key,
    round_id     uuid        not null,
    number       integer     not null check (number > 1),
    reason       text        not null check (reason <> ''),
    committed_by text        not null,
    ordered_at   timestamptz not null,
    ordered_by   text        not null,

    constraint a_draw_is_repeated_once unique (round_id, number),
    constraint an_order_follows_its_commitment foreign key (round_id, number)
        references draw_commitment (round_id, number),
    constraint the_notary_orders_no_redraw check (ordered_by <> committed_by)
);
create trigger redraw_only_grows before update or delete or truncate on redraw
    for each statement execute function refuse_change();

grant select, insert on redraw to ${applicationRole};

-- A draw, with the seed that the notary revealed: that of the commitment, and for a repeated draw as it was ordered.
create table draw (
    id            uuid        primary key,
    round_id      uuid        not null references frozen_pool,
    number        integer     not null,
    redraw_number integer     generated always as (nullif(number, 1)) stored,
    commitment    sha256      not null,
    seed          bytea       not null check (octet_length(seed) = 32),
    reason        text,
    drawn_at      timestamptz not null,
    drawn_by      text        not null,

    constraint draws_are_numbered unique (round_id, number),
    constraint a_draw_follows_its_commitment foreign key (round_id, number, commitment)
        references draw_commitment (round_id, number, commitment),
    constraint the_seed_matches_the_commitment check (sha256(seed) = commitment),
    constraint a_repeated_draw_has_a_reason check ((number = 1) = (reason is null)),
    constraint a_draw_is_of_its_round unique (id, round_id),
    constraint a_repeated_draw_was_ordered foreign key (round_id, redraw_number) references redraw (round_id, number)
);
create trigger draw_only_grows before update or delete or truncate on draw
    for each statement execute function refuse_change();

grant select, insert on draw to ${applicationRole};

-- The transcript's lines: what became of each lot. Without a draw (the last round) draw_id is null.
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
create trigger turn_only_grows before update or delete or truncate on turn
    for each statement execute function refuse_change();

grant select, insert on turn to ${applicationRole};

-- The transcript as it was published when its round closed. Without a draw (the last round) draw_id is null.
create table transcript_seal (
    round_id        uuid        not null references frozen_pool,
    draw_id         uuid,
    canonical       text        not null,
    transcript_hash sha256      not null,
    sealed_at       timestamptz not null,

    constraint a_draw_is_sealed_once unique nulls not distinct (round_id, draw_id),
    constraint a_seal_is_of_its_draw foreign key (draw_id, round_id) references draw (id, round_id),
    constraint the_hash_is_that_of_the_transcript check (sha256(convert_to(canonical, 'UTF8')) = transcript_hash)
);
create trigger transcript_seal_only_grows before update or delete or truncate on transcript_seal
    for each statement execute function refuse_change();

grant select, insert on transcript_seal to ${applicationRole};

-- Who may start (D21). Withdrawn later is said in the row, once. A practice may be admitted by one draw of a round, not
-- by the next, and again by a third; but only once at a time, whatever the round.
create table admission (
    round_id          uuid        not null references frozen_pool,
    agb               agb         not null references practice,
    rho               text        not null references rho,
    region            text        not null references region,
    hub               text        not null,
    quarter           peildatum   not null,
    ion               bigint      not null check (ion > 0),
    lot_id            text        not null,
    draw_id           uuid        references draw,
    admitted_at       timestamptz not null,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    withdrawn_reason  text,
    withdrawn_by_draw uuid,

    foreign key (round_id, lot_id) references lot,
    constraint a_draw_admits_a_practice_once unique nulls not distinct (round_id, draw_id, agb),
    constraint who_withdraws_says_when_and_why
        check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3) and withdrawn_reason <> ''),
    constraint withdrawn_by_a_draw_of_the_round foreign key (withdrawn_by_draw, round_id)
        references draw (id, round_id),
    constraint what_a_draw_withdraws_is_withdrawn check (withdrawn_by_draw is null or withdrawn_at is not null)
);
create unique index one_admission_at_a_time on admission (agb) where withdrawn_at is null;
-- The practices of a region that start in a quarter.
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

grant select, insert on admission to ${applicationRole};
grant update (withdrawn_at, withdrawn_by, withdrawn_reason, withdrawn_by_draw) on admission to ${applicationRole};
