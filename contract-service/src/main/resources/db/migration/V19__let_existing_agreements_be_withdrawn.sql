-- D32: an agreement that was registered wrongly is withdrawn, and perhaps replaced by a right one. Both stay on record.
create table existing_agreement_withdrawal (
    agreement_id   uuid        primary key references existing_agreement,
    reason         text        not null check (length(reason) between 1 and 4000),
    withdrawn_by   text        not null,
    withdrawn_with text        not null,
    withdrawn_at   timestamptz not null
);

alter table existing_agreement
    add column replaces uuid references existing_agreement_withdrawal,
    add constraint an_agreement_is_replaced_once unique (replaces);

-- The days on which an agreement counts. They follow from it and its withdrawal, by the triggers below and by nothing
-- else, and hold that a pair has one on any day.
create table existing_agreement_days (
    agreement_id uuid      primary key references existing_agreement,
    uzovi        uzovi     not null,
    agb          agb       not null,
    days         daterange not null
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

alter table existing_agreement drop constraint one_existing_agreement_per_pair;
insert into existing_agreement_days
select id, uzovi, agb, daterange(valid_from, valid_until) from existing_agreement;
alter table existing_agreement_days add constraint one_existing_agreement_per_pair exclude using gist (
    cast(uzovi as text) with =, cast(agb as text) with =, days with &&);

-- What a contract deducted for an agreement that is withdrawn, it deducts on no day.
create table contract_offset_withdrawal (
    offset_id      uuid        primary key references contract_offset,
    reason         text        not null check (length(reason) between 1 and 4000),
    withdrawn_by   text        not null,
    withdrawn_with text        not null,
    withdrawn_at   timestamptz not null
);

-- The days on which an offset is deducted, from it, its end and its withdrawal: one at a time for a contract.
create table contract_offset_days (
    offset_id   uuid      primary key references contract_offset,
    contract_id uuid      not null,
    days        daterange not null
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

alter table contract_offset drop constraint one_offset_at_a_time;
insert into contract_offset_days
select o.id, contract_id, daterange(offset_from, coalesce(e.offset_until, o.offset_until))
from contract_offset o left join contract_offset_end e on e.offset_id = o.id;
alter table contract_offset_days add constraint one_offset_at_a_time exclude using gist (
    contract_id with =, days with &&);

create trigger existing_agreement_withdrawal_only_grows
    before update or delete or truncate on existing_agreement_withdrawal
    for each statement execute function refuse_change();
create trigger contract_offset_withdrawal_only_grows before update or delete or truncate on contract_offset_withdrawal
    for each statement execute function refuse_change();

grant select, insert on existing_agreement_withdrawal, contract_offset_withdrawal to ${applicationRole};
