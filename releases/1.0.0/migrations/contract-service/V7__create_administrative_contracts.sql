-- D25: an earlier agreement that is recorded as a contract: written by one, approved by another, immutable afterwards.

-- What one person of the insurer wrote down.
create table administrative_contract (
    id            uuid        primary key,
    uzovi         uzovi       not null references insurer,
    agb           agb         not null references practice,
    starts_on     peildatum   not null,
    agreed_on     date        not null,
    reference     text        not null check (length(reference) between 1 and 200),
    grounds       text        not null check (length(grounds) between 1 and 4000),
    tariff_series text        not null,
    text_version  text        not null,
    proposed_by   text        not null,
    proposed_with text        not null,
    proposed_at   timestamptz not null,

    constraint an_administrative_contract_for_its_approval unique (id, proposed_by),
    constraint no_administrative_start_before_the_scheme check (starts_on >= date '2023-04-01')
);
create index administrative_contract_by_agb on administrative_contract (agb);
create trigger administrative_contract_only_grows before update or delete or truncate on administrative_contract
    for each statement execute function refuse_change();

grant select, insert on administrative_contract to ${applicationRole};

-- The approval by another, and the contract that it made. Each names the other, so one of them waits for the commit.
create table administrative_approval (
    administrative_id uuid        primary key,
    proposed_by       text        not null,
    contract_id       uuid        not null unique references contract deferrable initially deferred,
    approved_by       text        not null,
    approved_with     text        not null,
    approved_at       timestamptz not null,

    foreign key (administrative_id, proposed_by) references administrative_contract (id, proposed_by),
    constraint four_eyes_on_an_administrative_contract check (approved_by <> proposed_by)
);
create trigger administrative_approval_only_grows before update or delete or truncate on administrative_approval
    for each statement execute function refuse_change();

grant select, insert on administrative_approval to ${applicationRole};

alter table contract add foreign key (administrative_id) references administrative_approval;
