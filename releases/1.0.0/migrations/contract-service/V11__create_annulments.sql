-- D28: a contract that both parties undo. The proposal and its answer are facts that stay; so is the contract.

-- What a person of one side proposed.
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
create trigger annulment_only_grows before update or delete or truncate on annulment
    for each statement execute function refuse_change();

grant select, insert on annulment to ${applicationRole};

-- The one answer: another person of the other side agrees, or the own side takes the proposal back.
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
create trigger annulment_answer_only_grows before update or delete or truncate on annulment_answer
    for each statement execute function refuse_change();

grant select, insert on annulment_answer to ${applicationRole};

-- A contract is annulled by what was proposed for it, and for no other.
alter table contract add foreign key (annulment_id, id) references annulment (id, contract_id);
