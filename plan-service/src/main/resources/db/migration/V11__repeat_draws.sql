-- Until when preferences are taken, draws repeated for a reason, sealed transcripts, the national ceiling (D16-D21).

alter table admission_ceiling add column national_ion bigint;
update admission_ceiling set national_ion = 170000 * percent;
alter table admission_ceiling alter column national_ion set not null;
alter table admission_ceiling add constraint a_national_ceiling_is_positive check (national_ion > 0);

-- The first day on which preferences are no longer taken for the round; none is: until the freeze (D17).
alter table admission_round add column preferences_until date;
alter table admission_round add constraint preferences_close_after_the_opening
    check (preferences_until >= (opened_at at time zone 'Europe/Amsterdam')::date);

-- Once revealed, a seed is known to all.
alter table draw_commitment add constraint a_seed_is_committed_to_once unique (commitment);

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

alter table draw add constraint a_draw_is_of_its_round unique (id, round_id);
alter table draw add column redraw_number integer generated always as (nullif(number, 1)) stored;
alter table draw add constraint a_repeated_draw_was_ordered foreign key (round_id, redraw_number)
    references redraw (round_id, number);

-- The first draw that the withdrawal counts for; it counts for all that follow.
alter table lot_withdrawal add column from_draw integer not null default 1 check (from_draw > 0);

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

-- A practice may be admitted by one draw of a round, not by the next, and again by a third.
alter table praktijkplan_overdue drop constraint praktijkplan_overdue_round_id_agb_fkey;
alter table praktijkplan_overdue add constraint overdue_is_of_a_member_of_the_round foreign key (round_id, agb)
    references lot_member (round_id, agb);
alter table admission drop constraint admission_pkey;
alter table admission add constraint a_draw_admits_a_practice_once unique nulls not distinct (round_id, draw_id, agb);
alter table admission add column withdrawn_by_draw uuid;
alter table admission add constraint withdrawn_by_a_draw_of_the_round foreign key (withdrawn_by_draw, round_id)
    references draw (id, round_id);
alter table admission add constraint what_a_draw_withdraws_is_withdrawn
    check (withdrawn_by_draw is null or withdrawn_at is not null);

create trigger redraw_only_grows before update or delete or truncate on redraw
    for each statement execute function refuse_change();
create trigger transcript_seal_only_grows before update or delete or truncate on transcript_seal
    for each statement execute function refuse_change();

grant select, insert on redraw, transcript_seal to ${applicationRole};
grant update (withdrawn_by_draw) on admission to ${applicationRole};
