-- D36: what goes to the Zorginkoopportaal and what comes from it.

-- A message, either way. What it says never changes, only what became of it; none is ever erased. It refers to no offer
-- by foreign key: the portal may name one that is not here.
create table portal_message (
    id              uuid        primary key,
    sequence        bigint      generated always as identity,
    direction       text        not null check (direction in ('OUTGOING', 'INCOMING')),
    message_id      uuid        not null,
    kind            text        not null,
    offer_id        uuid        not null,
    offer_version   integer     not null check (offer_version > 0),
    uzovi           uzovi,
    agb             agb,
    sent_by         text,
    content         text        not null,
    digest          sha256      not null,
    offer_digest    sha256,
    expires_at      timestamptz,
    recorded_at     timestamptz not null,
    state           text        not null,
    attempts        integer     not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz,
    claimed_until   timestamptz,
    settled_at      timestamptz,
    problem_code    text,
    problem         text,

    constraint a_message_id_is_used_once unique (direction, message_id),
    constraint each_direction_has_its_kinds check (case direction
        when 'OUTGOING' then kind in ('OFFER', 'EXTENSION', 'WITHDRAWAL_REQUEST', 'EXPIRY_REQUEST')
        else kind in ('ACCEPTED', 'REFUSED', 'WITHDRAWAL_CONFIRMED', 'EXPIRY_CONFIRMED') end),
    constraint each_direction_has_its_states check (case direction
        when 'OUTGOING' then state in ('PENDING', 'DELIVERED', 'CANCELLED', 'DEAD_LETTER')
        else state in ('APPLIED', 'DEAD_LETTER') end),
    constraint a_pending_message_has_a_next_attempt check ((state = 'PENDING') = (next_attempt_at is not null)),
    constraint a_settled_message_was_settled_at_a_moment check ((state = 'PENDING') = (settled_at is null)),
    constraint a_dead_letter_says_why check (state <> 'DEAD_LETTER' or problem_code is not null),
    constraint the_offer_goes_with_its_digest check (
        (kind in ('OFFER', 'EXTENSION')) = (num_nonnulls(offer_digest, expires_at) = 2)
            and num_nonnulls(offer_digest, expires_at) <> 1),
    constraint only_the_portal_sends_in check ((direction = 'INCOMING') = (sent_by is not null)),
    constraint the_digest_is_that_of_the_content check (digest = sha256(convert_to(content, 'UTF8')))
);
-- What was said about an offer, what is to be sent next, and an insurer's messages.
create index portal_message_by_offer on portal_message (offer_id, sequence);
create index portal_message_due on portal_message (next_attempt_at, sequence) where state = 'PENDING';
create index portal_message_by_insurer on portal_message (uzovi, id);

create function portal_message_content_stays() returns trigger language plpgsql as $$
begin
    if (old.id, old.direction, old.message_id, old.kind, old.offer_id, old.content, old.recorded_at)
        is distinct from (new.id, new.direction, new.message_id, new.kind, new.offer_id, new.content, new.recorded_at)
    then
        raise exception 'what a portal message says never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger portal_message_stays_what_it_says before update on portal_message
    for each row execute function portal_message_content_stays();
create trigger portal_message_is_never_erased before delete or truncate on portal_message
    for each statement execute function refuse_change();

grant select, insert,
    update (state, attempts, next_attempt_at, claimed_until, settled_at, problem_code, problem)
    on portal_message to ${applicationRole};

-- A person had a dead letter tried again, and why.
create table portal_replay (
    id            uuid        primary key,
    message_id    uuid        not null references portal_message,
    reason        text        not null check (length(reason) between 1 and 1000),
    replayed_by   text        not null,
    replayed_with text        not null,
    replayed_at   timestamptz not null
);
create index portal_replay_by_message on portal_replay (message_id);
create trigger portal_replay_only_grows before update or delete or truncate on portal_replay
    for each statement execute function refuse_change();

grant select, insert on portal_replay to ${applicationRole};
