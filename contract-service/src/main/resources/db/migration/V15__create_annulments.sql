-- D28: a contract that both parties undo. The proposal and its answer are facts that stay; so is the contract.
create table annulment (
    id            uuid        primary key,
    contract_id   uuid        not null references contract,
    reason        text        not null check (length(reason) between 1 and 4000),
    proposed_for  text        not null check (proposed_for in ('PRACTICE', 'INSURER')),
    proposed_by   text        not null,
    proposed_with text        not null,
    proposed_at   timestamptz not null,

    constraint an_annulment_for_its_answer unique (id, proposed_for, proposed_by),
    constraint an_annulment_of_its_contract unique (id, contract_id)
);
create index annulment_by_contract on annulment (contract_id);

create table annulment_answer (
    annulment_id  uuid        primary key,
    proposed_for  text        not null,
    proposed_by   text        not null,
    outcome       text        not null check (outcome in ('AGREED', 'WITHDRAWN')),
    answered_for  text        not null check (answered_for in ('PRACTICE', 'INSURER')),
    answered_by   text        not null,
    answered_with text        not null,
    answered_at   timestamptz not null,

    foreign key (annulment_id, proposed_for, proposed_by) references annulment (id, proposed_for, proposed_by),
    constraint both_sides_annul check ((outcome = 'AGREED') = (answered_for <> proposed_for)),
    constraint four_eyes_on_an_annulment check (outcome <> 'AGREED' or answered_by <> proposed_by)
);

create trigger annulment_only_grows before update or delete or truncate on annulment
    for each statement execute function refuse_change();
create trigger annulment_answer_only_grows before update or delete or truncate on annulment_answer
    for each statement execute function refuse_change();

alter table contract
    add column annulment_id uuid,
    add column annulled_at timestamptz,
    add foreign key (annulment_id, id) references annulment (id, contract_id),
    add constraint an_annulment_has_a_moment check ((annulment_id is null) = (annulled_at is null));

-- D29: who holds a contract on which days. It follows from the contract, by the trigger below and by nothing else, and
-- holds that a pair has at most one contract on any day. An annulled contract is held on no day.
create table contract_holding (
    contract_id uuid      not null references contract,
    uzovi       uzovi     not null,
    agb         agb       not null,
    held_from   date      not null,
    days        daterange not null,

    primary key (contract_id, held_from)
);

create function contract_takes_its_days() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    delete from contract_holding where contract_id = new.id;
    insert into contract_holding (contract_id, uzovi, agb, held_from, days)
    values (new.id, new.uzovi, new.agb, new.starts_on,
        case when new.annulled_at is null
            then daterange(new.starts_on, least(new.stopped_from, new.ended_from)) else 'empty' end);
    return null;
end
$$;
create trigger contract_takes_its_days after insert or update on contract
    for each row execute function contract_takes_its_days();

alter table contract drop constraint one_contract_per_pair;
insert into contract_holding (contract_id, uzovi, agb, held_from, days)
select id, uzovi, agb, starts_on, daterange(starts_on, least(stopped_from, ended_from)) from contract;
alter table contract_holding add constraint one_contract_per_pair exclude using gist (
    cast(uzovi as text) with =, cast(agb as text) with =, days with &&);
create index contract_holding_by_agb on contract_holding (agb);

grant select, insert on annulment, annulment_answer to ${applicationRole};
grant select on contract_holding to ${applicationRole};
grant update (annulment_id, annulled_at) on contract to ${applicationRole};
