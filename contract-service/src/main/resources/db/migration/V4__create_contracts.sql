create extension if not exists btree_gist;

-- D29: a pair has at most one contract on any day. What was signed never changes; only a stop comes and goes.
create table contract (
    id                     uuid        primary key,
    offer_id               uuid        not null references offer,
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
    stop_id                uuid,
    stopped_from           date,

    constraint one_contract_per_offer unique (offer_id),
    constraint a_stop_has_a_day check ((stop_id is null) = (stopped_from is null)),
    constraint no_stop_before_the_start check (stopped_from >= starts_on),
    constraint one_contract_per_pair exclude using gist (
        cast(uzovi as text) with =, cast(agb as text) with =, daterange(starts_on, stopped_from) with &&)
);
create index contract_by_agb on contract (agb);

-- D27: the evidence of each acceptance, byte for byte.
create table certificate (
    contract_id uuid   primary key references contract,
    document    bytea  not null,
    digest      sha256 not null,

    constraint the_digest_is_that_of_the_document check (digest = sha256(document))
);
create trigger certificate_only_grows before update or delete or truncate on certificate
    for each statement execute function refuse_change();

grant select, insert, update (stop_id, stopped_from) on contract to ${applicationRole};
grant select, insert on certificate to ${applicationRole};
