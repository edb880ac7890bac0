-- D25: an earlier agreement that is recorded as a contract: written by one, approved by another, immutable afterwards.
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

create table administrative_approval (
    administrative_id uuid        primary key,
    proposed_by       text        not null,
    contract_id       uuid        not null unique,
    approved_by       text        not null,
    approved_with     text        not null,
    approved_at       timestamptz not null,

    foreign key (administrative_id, proposed_by) references administrative_contract (id, proposed_by),
    constraint four_eyes_on_an_administrative_contract check (approved_by <> proposed_by)
);

create trigger administrative_contract_only_grows before update or delete or truncate on administrative_contract
    for each statement execute function refuse_change();
create trigger administrative_approval_only_grows before update or delete or truncate on administrative_approval
    for each statement execute function refuse_change();

-- A contract stands on an offer or on a recording; what an approval made is the contract that it names.
alter table contract
    alter column offer_id drop not null,
    add column administrative_id uuid references administrative_approval,
    add constraint one_contract_per_administrative_record unique (administrative_id),
    add constraint a_contract_has_one_origin_at_most check (num_nonnulls(offer_id, administrative_id) <= 1);
alter table administrative_approval
    add foreign key (contract_id) references contract deferrable initially deferred;

grant select, insert on administrative_contract, administrative_approval to ${applicationRole};
