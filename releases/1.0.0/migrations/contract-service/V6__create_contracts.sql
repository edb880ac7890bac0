-- D27, D29: contracts, who holds them on which days, and their evidence.

-- What an insurer and a practice agreed. What was signed never changes; a stop and an end come and go (D34, D35), a
-- succession hands it on (D35), and an annulment undoes all of it (D28). Each of these is a fact with tables of its own;
-- here stands which of them counts. The keys to tables that refer to contracts themselves are added beside those tables.
create table contract (
    id                     uuid        primary key,
    -- Where it comes from: an offer that was accepted (D25), an insurer that follows (D30), an earlier agreement (D25).
    offer_id               uuid        references offer,
    following_id           uuid,
    administrative_id      uuid,
    uzovi                  uzovi       not null references insurer,
    agb                    agb         not null references practice,
    kvk                    kvk         not null references enterprise,
    rho                    text        not null,
    region                 text        not null,
    starts_on              peildatum   not null,
    accepted_at            timestamptz not null,
    regioplan_version_id   uuid        not null,
    regioplan_content_hash sha256      not null,
    tariff_series          text        not null,
    text_version           text        not null,
    -- What befell it since.
    stop_id                uuid,
    stopped_from           date,
    end_id                 uuid,
    ended_from             date,
    succession_id          uuid,
    annulment_id           uuid,
    annulled_at            timestamptz,

    constraint one_contract_per_offer unique (offer_id),
    constraint one_contract_per_following_proposal unique (following_id),
    constraint one_contract_per_administrative_record unique (administrative_id),
    constraint a_followed_contract_has_no_offer check (num_nonnulls(offer_id, following_id) <= 1),
    constraint a_contract_has_one_origin_at_most check (num_nonnulls(offer_id, administrative_id) <= 1),
    constraint a_stop_has_a_day check ((stop_id is null) = (stopped_from is null)),
    constraint no_stop_before_the_start check (stopped_from >= starts_on),
    constraint an_end_has_a_day check ((end_id is null) = (ended_from is null)),
    constraint no_end_before_the_start check (ended_from >= starts_on),
    constraint an_annulment_has_a_moment check ((annulment_id is null) = (annulled_at is null))
);
create index contract_by_agb on contract (agb);

grant select, insert, update (stop_id, stopped_from, end_id, ended_from, succession_id, annulment_id, annulled_at)
    on contract to ${applicationRole};

-- D29: who holds a contract on which days. It follows from the contract, by the trigger below and by nothing else, and
-- holds that a pair has at most one contract on any day: the days after a stop or an end are free again, and an annulled
-- contract is held on no day.
create table contract_holding (
    contract_id uuid      not null references contract,
    uzovi       uzovi     not null,
    agb         agb       not null,
    held_from   date      not null,
    days        daterange not null,

    primary key (contract_id, held_from),
    constraint one_contract_per_pair exclude using gist (
        cast(uzovi as text) with =, cast(agb as text) with =, days with &&)
);
create index contract_holding_by_agb on contract_holding (agb);

grant select on contract_holding to ${applicationRole};

-- Each practice in the chain of successions holds its days, up to the next one's. It runs with its owner's rights: the
-- application writes no holding.
create function contract_takes_its_days() returns trigger
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
create trigger contract_takes_its_days after insert or update on contract
    for each row execute function contract_takes_its_days();

-- D27: the evidence of each acceptance, byte for byte.
create table certificate (
    contract_id uuid   primary key references contract,
    document    bytea  not null,
    digest      sha256 not null,

    constraint the_digest_is_that_of_the_document check (digest = sha256(document))
);
create trigger certificate_only_grows before update or delete or truncate on certificate
    for each statement execute function refuse_change();

grant select, insert on certificate to ${applicationRole};

-- D27: what happened to a contract is what was told of it.
create index event_by_subject on event (subject);
