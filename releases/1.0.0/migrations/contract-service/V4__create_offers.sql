-- D24, D25, D28: what was offered, on which plan, how long it may be accepted, and how it ended.

-- An offer. What was offered never changes; its expiry may move on, and it ends once.
-- Once an offer was handed to the portal, the portal decides how it ends: until it has told us, an offer past its expiry
-- is EXPIRING and one that is being withdrawn WITHDRAWING. Both still wait for an answer, so both are open.
create table offer (
    id                     uuid        primary key,
    version                integer     not null check (version > 0),
    kind                   text        not null check (kind in ('DIRECT')),
    replaces_offer_id      uuid        references offer,
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
    handed_over_at         timestamptz,
    state                  text        not null,
    closed_at              timestamptz,
    closed_by              text,
    closed_through         text,
    closed_reason          text,

    constraint no_offer_replaces_itself check (replaces_offer_id <> id),
    constraint no_start_before_the_scheme check (starts_on >= date '2023-04-01'),
    constraint an_offer_is_open_for_some_time check (expires_at > proposed_at),
    constraint an_offer_is_in_one_of_these_states check (state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING',
        'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN')),
    constraint an_open_offer_has_no_end check (
        (state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING')) = (closed_at is null)),
    constraint an_end_comes_through_something check ((closed_through is null) = (closed_at is null)),
    constraint an_end_comes_through_one_of_these check (closed_through in ('COMMAND', 'CLOCK', 'PORTAL', 'SILENCE')),
    constraint nothing_is_accepted_after_its_expiry check (state <> 'ACCEPTED' or closed_at < expires_at),
    constraint only_what_was_handed_over_waits_for_the_portal check (
        handed_over_at is not null or state not in ('EXPIRING', 'WITHDRAWING')
            and closed_through not in ('PORTAL', 'SILENCE'))
);
create unique index one_open_offer_per_pair on offer (uzovi, agb)
    where state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING');
create index offer_by_agb on offer (agb);
-- What the clock ends, and what waits for the portal to tell how it ended.
create index offer_with_expiry on offer (expires_at) where state = 'PROPOSED';
create index offer_waiting_for_the_portal on offer (id) where state in ('EXPIRING', 'WITHDRAWING');

create trigger offer_never_gets_shorter before update on offer
    for each row when (new.expires_at < old.expires_at) execute function refuse_change();
-- A signature and an overtaking are final. Only an expiry or a withdrawal yields to a signature that was given before.
create trigger offer_answered_is_final before update of state on offer
    for each row when (old.state in ('ACCEPTED', 'REFUSED', 'OVERTAKEN') and new.state <> old.state)
    execute function refuse_change();
create trigger offer_never_opens_again before update of state on offer
    for each row when (old.closed_at is not null and new.closed_at is null) execute function refuse_change();

grant select, insert, update (version, expires_at, handed_over_at, state, closed_at, closed_by, closed_through,
    closed_reason) on offer to ${applicationRole};

-- D25: the expiry of an offer may be moved on by the insurer, never back. Each extension is a fact that stays.
create table offer_extension (
    offer_id      uuid        not null references offer,
    version       integer     not null check (version > 1),
    expired_at    timestamptz not null,
    expires_at    timestamptz not null,
    extended_by   text        not null,
    extended_with text        not null,
    extended_at   timestamptz not null,

    primary key (offer_id, version),
    constraint an_extension_is_later check (expires_at > expired_at),
    constraint an_offer_is_extended_while_it_is_open check (extended_at < expired_at)
);
create trigger offer_extension_only_grows before update or delete or truncate on offer_extension
    for each statement execute function refuse_change();

grant select, insert on offer_extension to ${applicationRole};
