-- D32: agreements like MTVP that an insurer and a practice have already, so that the same time is not paid twice.
create table existing_agreement (
    id                uuid        primary key,
    uzovi             uzovi       not null references insurer,
    agb               agb         not null references practice,
    name              text        not null check (length(name) between 1 and 200),
    valid_from        date        not null,
    valid_until       date,
    cents_per_quarter bigint      not null,
    registered_by     text        not null,
    registered_with   text        not null,
    registered_at     timestamptz not null,

    constraint an_agreement_has_days check (valid_until > valid_from),
    constraint an_agreement_pays_something check (cents_per_quarter > 0),
    constraint one_existing_agreement_per_pair exclude using gist (
        cast(uzovi as text) with =, cast(agb as text) with =, daterange(valid_from, valid_until) with &&)
);
create index existing_agreement_by_agb on existing_agreement (agb);

-- What is to become of an agreement once a contract overlaps it. The last one counts for the next contract.
create table arrangement (
    id            uuid        primary key,
    agreement_id  uuid        not null references existing_agreement,
    kind          text        not null check (kind in ('OFFSET', 'END', 'NONE')),
    reason        text        check (length(reason) between 1 and 4000),
    arranged_by   text        not null,
    arranged_with text        not null,
    arranged_at   timestamptz not null,

    constraint an_arrangement_of_its_agreement unique (id, agreement_id),
    constraint nothing_is_left_without_a_reason check (kind <> 'NONE' or reason is not null)
);
create index arrangement_by_agreement on arrangement (agreement_id);

-- What a contract deducts per quarter, because an agreement was arranged as OFFSET when it came about.
create table contract_offset (
    id                uuid        primary key,
    contract_id       uuid        not null references contract,
    agreement_id      uuid        not null,
    arrangement_id    uuid        not null,
    cents_per_quarter bigint      not null check (cents_per_quarter > 0),
    offset_from       date        not null,
    offset_until      date,
    agreed_at         timestamptz not null,

    foreign key (arrangement_id, agreement_id) references arrangement (id, agreement_id),
    constraint an_offset_has_days check (offset_until > offset_from),
    constraint one_offset_per_contract_and_agreement unique (contract_id, agreement_id),
    constraint one_offset_at_a_time exclude using gist (
        contract_id with =, daterange(offset_from, offset_until) with &&)
);

create table contract_offset_end (
    offset_id    uuid        primary key references contract_offset,
    offset_until date        not null,
    reason       text        not null check (length(reason) between 1 and 4000),
    ended_by     text        not null,
    ended_with   text        not null,
    ended_at     timestamptz not null
);

create trigger existing_agreement_only_grows before update or delete or truncate on existing_agreement
    for each statement execute function refuse_change();
create trigger arrangement_only_grows before update or delete or truncate on arrangement
    for each statement execute function refuse_change();
create trigger contract_offset_only_grows before update or delete or truncate on contract_offset
    for each statement execute function refuse_change();
create trigger contract_offset_end_only_grows before update or delete or truncate on contract_offset_end
    for each statement execute function refuse_change();

grant select, insert on existing_agreement, arrangement, contract_offset, contract_offset_end to ${applicationRole};
