-- D24, D25, D28: what was offered, on which plan, and how it ended.
create table offer (
    id                     uuid        primary key,
    version                integer     not null check (version > 0),
    kind                   text        not null check (kind in ('DIRECT')),
    uzovi                  uzovi       not null references insurer,
    agb                    agb         not null references practice,
    starts_on              peildatum   not null,
    expires_at             timestamptz not null,
    tariff_series          text        not null,
    text_version           text        not null,
    rho                    text        not null,
    region                 text        not null,
    regioplan_version_id   uuid        not null,
    regioplan_content_hash sha256      not null,
    proposed_at            timestamptz not null,
    proposed_by            text        not null,
    state                  text        not null
        check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN')),
    closed_at              timestamptz,
    closed_by              text,
    closed_reason          text,

    constraint no_start_before_the_scheme check (starts_on >= date '2023-04-01'),
    constraint an_offer_is_open_for_some_time check (expires_at > proposed_at),
    constraint an_open_offer_has_no_end check ((state = 'PROPOSED') = (closed_at is null)),
    constraint nothing_is_accepted_after_its_expiry check (state <> 'ACCEPTED' or closed_at < expires_at)
);
create unique index one_open_offer_per_pair on offer (uzovi, agb) where state = 'PROPOSED';
create index offer_by_agb on offer (agb);

grant select, insert, update (state, closed_at, closed_by, closed_reason) on offer to ${applicationRole};
