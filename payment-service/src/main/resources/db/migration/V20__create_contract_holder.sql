-- Which AGB and enterprise have a contract on which days (D35): another AGB may continue it from a quarter's first day on.
-- The count, the entries and the creditor of a quarter are those of its peildatum (D41).
create table contract_holder (
    -- The contract for whom accepted it, the succession for whom continues it.
    id              uuid        not null,
    contract_id     uuid        not null references contract,
    uzovi           uzovi       not null,
    agb             agb         not null,
    kvk             kvk         not null,
    valid           daterange   not null,
    known           tstzrange   not null,
    -- A succession shortens what was held until then: the rest is written anew, and was known since this moment.
    first_known_at  timestamptz not null,
    known_at_source timestamptz not null,

    primary key (id, known),
    constraint a_holder_holds_on_a_day check (not isempty(valid) and not lower_inf(valid)),
    constraint a_holder_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint a_holder_is_not_known_before_first check (first_known_at <= lower(known)),
    constraint one_holder_per_contract_day_and_moment
        exclude using gist (contract_id with =, valid with &&, known with &&)
);
create index contract_holder_by_practice on contract_holder (agb);

insert into contract_holder (id, contract_id, uzovi, agb, kvk, valid, known, first_known_at, known_at_source)
select id, id, uzovi, agb, kvk, valid, known, lower(known), known_at_source from contract;

comment on column contract.agb is 'who accepted it; who holds it on a day stands in contract_holder';

grant select, insert on contract_holder to ${applicationRole};
grant update (known) on contract_holder to ${applicationRole};
