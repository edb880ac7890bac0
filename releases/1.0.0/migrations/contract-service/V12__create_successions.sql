-- D35: a practice with a new AGB code continues its contract from the first day of a quarter on. Proposal, mergers and
-- confirmation are facts that stay.

-- What either side proposed.
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
create trigger succession_only_grows before update or delete or truncate on succession
    for each statement execute function refuse_change();

grant select, insert on succession to ${applicationRole};

-- The contracts that end in it, because their practices merged into the one that continues.
create table succession_merger (
    succession_id uuid not null references succession,
    contract_id   uuid not null references contract,

    primary key (succession_id, contract_id)
);
create trigger succession_merger_only_grows before update or delete or truncate on succession_merger
    for each statement execute function refuse_change();

grant select, insert on succession_merger to ${applicationRole};

-- The confirmation by another person of the insurer. Whatever the insurers, a code is followed by one code and follows
-- one, so that a practice is never two.
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
create trigger succession_confirmation_only_grows before update or delete or truncate on succession_confirmation
    for each statement execute function refuse_change();

grant select, insert on succession_confirmation to ${applicationRole};

alter table contract add foreign key (succession_id) references succession_confirmation;
