-- D32: agreements like MTVP that an insurer and a practice have already, so that the same time is not paid twice. What
-- was registered wrongly is withdrawn, and perhaps replaced by what is right; both stay on record.

-- An agreement as it was registered.
create table existing_agreement (
    id                uuid        primary key,
    uzovi             uzovi       not null references insurer,
    agb               agb         not null references practice,
    name              text        not null check (length(name) between 1 and 200),
    valid_from        date        not null,
    valid_until       date,
    cents_per_quarter bigint      not null,
    -- The withdrawn one in whose place it comes.
    replaces          uuid,
    registered_by     text        not null,
    registered_with   text        not null,
    registered_at     timestamptz not null,

    constraint an_agreement_has_days check (valid_until > valid_from),
    constraint an_agreement_pays_something check (cents_per_quarter > 0),
    constraint an_agreement_is_replaced_once unique (replaces)
);
create index existing_agreement_by_agb on existing_agreement (agb);
create trigger existing_agreement_only_grows before update or delete or truncate on existing_agreement
    for each statement execute function refuse_change();

grant select, insert on existing_agreement to ${applicationRole};

-- That an agreement was registered wrongly: it counts on no day.
create table existing_agreement_withdrawal (
    agreement_id   uuid        primary key references existing_agreement,
    reason         text        not null check (length(reason) between 1 and 4000),
    withdrawn_by   text        not null,
    withdrawn_with text        not null,
    withdrawn_at   timestamptz not null
);
create trigger existing_agreement_withdrawal_only_grows
    before update or delete or truncate on existing_agreement_withdrawal
    for each statement execute function refuse_change();

grant select, insert on existing_agreement_withdrawal to ${applicationRole};

alter table existing_agreement add foreign key (replaces) references existing_agreement_withdrawal;

-- The days on which an agreement counts. They follow from it and its withdrawal, by the triggers below and by nothing
-- else, and hold that a pair has one on any day.
create table existing_agreement_days (
    agreement_id uuid      primary key references existing_agreement,
    uzovi        uzovi     not null,
    agb          agb       not null,
    days         daterange not null,

    constraint one_existing_agreement_per_pair exclude using gist (
        cast(uzovi as text) with =, cast(agb as text) with =, days with &&)
);

create function existing_agreement_takes_its_days() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into existing_agreement_days values (new.id, new.uzovi, new.agb, daterange(new.valid_from, new.valid_until));
    return null;
end
$$;
create trigger existing_agreement_takes_its_days after insert on existing_agreement
    for each row execute function existing_agreement_takes_its_days();

create function existing_agreement_gives_its_days() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    delete from existing_agreement_days where agreement_id = new.agreement_id;
    return null;
end
$$;
create trigger existing_agreement_gives_its_days after insert on existing_agreement_withdrawal
    for each row execute function existing_agreement_gives_its_days();

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
create trigger arrangement_only_grows before update or delete or truncate on arrangement
    for each statement execute function refuse_change();

grant select, insert on arrangement to ${applicationRole};

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
    constraint one_offset_per_contract_and_agreement unique (contract_id, agreement_id)
);
create trigger contract_offset_only_grows before update or delete or truncate on contract_offset
    for each statement execute function refuse_change();

grant select, insert on contract_offset to ${applicationRole};

-- That an offset ends on a day, once.
create table contract_offset_end (
    offset_id    uuid        primary key references contract_offset,
    offset_until date        not null,
    reason       text        not null check (length(reason) between 1 and 4000),
    ended_by     text        not null,
    ended_with   text        not null,
    ended_at     timestamptz not null
);
create trigger contract_offset_end_only_grows before update or delete or truncate on contract_offset_end
    for each statement execute function refuse_change();

grant select, insert on contract_offset_end to ${applicationRole};

-- What a contract deducted for an agreement that is withdrawn, it deducts on no day.
create table contract_offset_withdrawal (
    offset_id      uuid        primary key references contract_offset,
    reason         text        not null check (length(reason) between 1 and 4000),
    withdrawn_by   text        not null,
    withdrawn_with text        not null,
    withdrawn_at   timestamptz not null
);
create trigger contract_offset_withdrawal_only_grows before update or delete or truncate on contract_offset_withdrawal
    for each statement execute function refuse_change();

grant select, insert on contract_offset_withdrawal to ${applicationRole};

-- The days on which an offset is deducted. They follow from it, its end and its withdrawal, by the triggers below and by
-- nothing else, and hold that a contract has one at a time.
create table contract_offset_days (
    offset_id   uuid      primary key references contract_offset,
    contract_id uuid      not null,
    days        daterange not null,

    constraint one_offset_at_a_time exclude using gist (contract_id with =, days with &&)
);

create function contract_offset_keeps_its_days() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if tg_table_name = 'contract_offset' then
        insert into contract_offset_days
        values (new.id, new.contract_id, daterange(new.offset_from, new.offset_until));
    elsif tg_table_name = 'contract_offset_end' then
        update contract_offset_days set days = days * daterange(null, new.offset_until) where offset_id = new.offset_id;
    else
        delete from contract_offset_days where offset_id = new.offset_id;
    end if;
    return null;
end
$$;
create trigger contract_offset_takes_its_days after insert on contract_offset
    for each row execute function contract_offset_keeps_its_days();
create trigger contract_offset_end_cuts_its_days after insert on contract_offset_end
    for each row execute function contract_offset_keeps_its_days();
create trigger contract_offset_withdrawal_gives_its_days after insert on contract_offset_withdrawal
    for each row execute function contract_offset_keeps_its_days();
