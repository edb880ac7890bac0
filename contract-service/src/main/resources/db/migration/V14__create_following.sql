-- D30: which insurers are preferent in a region, as plan-service told with the regioplan's approval.
alter table regioplan_region add column preferent_insurers text[] not null default '{}';
update regioplan_region told
set preferent_insurers = array(select jsonb_array_elements_text(described -> 'preferentInsurers'))
from inbox, jsonb_array_elements(inbox.data -> 'regions') described
where inbox.feed = 'plan' and inbox.type = 'nl.mtvp.regioplan-approved.v1'
  and (inbox.data ->> 'versionId')::uuid = told.version_id and described ->> 'region' = told.region
  and jsonb_typeof(described -> 'preferentInsurers') = 'array';

-- Whether an insurer follows where another is preferent. Where nothing is recorded it does, after ten working days.
create table following_policy (
    uzovi                uzovi       primary key references insurer,
    version              integer     not null check (version > 0),
    follows              boolean     not null,
    waiting_working_days integer     not null,
    tariff_series        text        not null,
    stated_by            text        not null,
    stated_with          text        not null,
    stated_at            timestamptz not null,

    constraint a_waiting_time_is_three_weeks_at_most check (waiting_working_days between 0 and 15)
);

create table following_proposal (
    id                    uuid        primary key,
    preferent_contract_id uuid        not null references contract,
    renews                uuid        references following_proposal,
    uzovi                 uzovi       not null references insurer,
    agb                   agb         not null references practice,
    starts_on             peildatum   not null,
    tariff_series         text        not null,
    proposed_at           timestamptz not null,
    due_at                timestamptz not null,
    state                 text        not null
        check (state in ('PROPOSED', 'FOLLOWED', 'REFUSED', 'IMPEDED', 'OVERTAKEN')),
    closed_at             timestamptz,
    closed_by             text,
    closed_reason         text,

    constraint a_proposal_waits_for_some_time check (due_at > proposed_at),
    constraint an_open_proposal_has_no_end check ((state = 'PROPOSED') = (closed_at is null)),
    constraint a_refusal_is_in_time check (state <> 'REFUSED' or closed_at < due_at),
    constraint nothing_is_followed_before_it_is_due check (state not in ('FOLLOWED', 'IMPEDED') or closed_at >= due_at)
);
create unique index one_open_following_proposal_per_pair on following_proposal (uzovi, agb) where state = 'PROPOSED';
create index following_proposal_by_agb on following_proposal (agb);
create index following_proposal_by_due on following_proposal (due_at) where state = 'PROPOSED';

create function a_closed_following_proposal_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a following proposal that is % does not become %', old.state, new.state
        using errcode = 'restrict_violation';
end
$$;
create trigger a_closed_following_proposal_stays before update on following_proposal
    for each row when (old.state <> 'PROPOSED') execute function a_closed_following_proposal_stays();

alter table contract
    alter column offer_id drop not null,
    add column following_id uuid references following_proposal,
    add constraint one_contract_per_following_proposal unique (following_id),
    add constraint a_followed_contract_has_no_offer check (num_nonnulls(offer_id, following_id) <= 1);

grant select, insert, update on following_policy to ${applicationRole};
grant select, insert, update (state, closed_at, closed_by, closed_reason) on following_proposal to ${applicationRole};
