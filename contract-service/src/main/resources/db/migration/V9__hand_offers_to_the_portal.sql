-- D25: once an offer was handed to the portal, the portal decides how it ends: until it has told us, an offer past its
-- expiry is EXPIRING and one that is being withdrawn WITHDRAWING. Both still wait for an answer, so both are open.
alter table offer
    add column handed_over_at timestamptz,
    add column closed_through text
        constraint an_end_comes_through_one_of_these check (closed_through in ('COMMAND', 'CLOCK', 'PORTAL', 'SILENCE')),
    add column replaces_offer_id uuid references offer,
    drop constraint offer_state_check,
    drop constraint an_open_offer_has_no_end;

update offer set closed_through = case state when 'EXPIRED' then 'CLOCK' else 'COMMAND' end where state <> 'PROPOSED';

alter table offer
    add constraint an_offer_is_in_one_of_these_states check (state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING',
        'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN')),
    add constraint an_open_offer_has_no_end check (
        (state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING')) = (closed_at is null)),
    add constraint an_end_comes_through_something check ((closed_through is null) = (closed_at is null)),
    add constraint only_what_was_handed_over_waits_for_the_portal check (
        handed_over_at is not null or state not in ('EXPIRING', 'WITHDRAWING')
            and closed_through not in ('PORTAL', 'SILENCE')),
    add constraint no_offer_replaces_itself check (replaces_offer_id <> id);

drop index one_open_offer_per_pair;
create unique index one_open_offer_per_pair on offer (uzovi, agb)
    where state in ('PROPOSED', 'EXPIRING', 'WITHDRAWING');
create index offer_with_expiry on offer (expires_at) where state = 'PROPOSED';
create index offer_waiting_for_the_portal on offer (id) where state in ('EXPIRING', 'WITHDRAWING');

-- A signature and an overtaking are final. Only an expiry or a withdrawal yields to a signature that was given before.
create trigger offer_answered_is_final before update of state on offer
    for each row when (old.state in ('ACCEPTED', 'REFUSED', 'OVERTAKEN') and new.state <> old.state)
    execute function refuse_change();
create trigger offer_never_opens_again before update of state on offer
    for each row when (old.closed_at is not null and new.closed_at is null) execute function refuse_change();

grant update (handed_over_at, closed_through) on offer to ${applicationRole};
