-- D35: a practice with a new AGB code continues its contract from the first day of a quarter on. Proposal, mergers and
-- confirmation are facts that stay.
create table succession (
    id             uuid        primary key,
    contract_id    uuid        not null references contract,
    old_agb        agb         not null references practice,
    new_agb        agb         not null references practice,
    succeeds_from  peildatum   not null,
    grounds        text        not null check (length(grounds) between 1 and 4000),
    proposed_for   text        not null check (proposed_for in ('PRACTICE', 'INSURER')),
    proposed_by    text        not null,
    proposed_with  text        not null,
    proposed_at    timestamptz not null,

    constraint a_succession_for_its_confirmation
        unique (id, contract_id, old_agb, new_agb, succeeds_from, proposed_by),
    constraint nobody_succeeds_themselves check (new_agb <> old_agb)
);
create index succession_by_contract on succession (contract_id);

create table succession_merger (
    succession_id uuid not null references succession,
    contract_id   uuid not null references contract,

    primary key (succession_id, contract_id)
);

create table succession_confirmation (
    succession_id  uuid        primary key,
    contract_id    uuid        not null,
    old_agb        agb         not null,
    new_agb        agb         not null,
    succeeds_from  peildatum   not null,
    proposed_by    text        not null,
    confirmed_by   text        not null,
    confirmed_with text        not null,
    confirmed_at   timestamptz not null,

    foreign key (succession_id, contract_id, old_agb, new_agb, succeeds_from, proposed_by)
        references succession (id, contract_id, old_agb, new_agb, succeeds_from, proposed_by),
    constraint four_eyes_on_a_succession check (confirmed_by <> proposed_by),
    constraint one_succession_per_day unique (contract_id, succeeds_from),
    constraint one_agb_follows_one exclude using gist (
        cast(new_agb as text) with =, cast(old_agb as text) with <>),
    constraint one_agb_is_followed_by_one exclude using gist (
        cast(old_agb as text) with =, cast(new_agb as text) with <>)
);

create trigger succession_only_grows before update or delete or truncate on succession
    for each statement execute function refuse_change();
create trigger succession_merger_only_grows before update or delete or truncate on succession_merger
    for each statement execute function refuse_change();
create trigger succession_confirmation_only_grows before update or delete or truncate on succession_confirmation
    for each statement execute function refuse_change();

alter table contract add column succession_id uuid references succession_confirmation;

-- In a merger the others end; that is part of the succession, so the insurer who confirms it tells it, also afterwards.
alter table ending
    drop constraint ending_kind_check,
    drop constraint each_party_has_its_ends,
    drop constraint only_a_practice_closed_in_the_past,
    add constraint ending_kind_check check (kind in ('NOTICE', 'CLOSING', 'END_DATE', 'MERGED')),
    add constraint each_party_has_its_ends check (case kind
        when 'NOTICE' then told_by = 'PRACTICE' when 'CLOSING' then true else told_by = 'INSURER' end),
    add constraint only_a_practice_closed_in_the_past check (
        kind = 'CLOSING' and told_by = 'PRACTICE' or kind = 'MERGED' or ended_from > announced_on);

-- Each practice in the chain holds its days, up to the next one's.
create or replace function contract_takes_its_days() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    delete from contract_holding where contract_id = new.id;
    insert into contract_holding (contract_id, uzovi, agb, held_from, days)
    with turn as (
        select new.starts_on as held_from, new.agb as agb
        union all
        select succeeds_from, new_agb from succession_confirmation where contract_id = new.id
    ), span as (
        select agb, held_from,
            least(lead(held_from) over (order by held_from), new.stopped_from, new.ended_from) as held_until
        from turn
    )
    select new.id, new.uzovi, agb, held_from,
        case when new.annulled_at is not null or held_until <= held_from then 'empty'
            else daterange(held_from, held_until) end
    from span;
    return null;
end
$$;

-- D27: what happened to a contract is what was told of it.
create index event_by_subject on event (subject);

grant select, insert on succession, succession_merger, succession_confirmation to ${applicationRole};
grant update (succession_id) on contract to ${applicationRole};
