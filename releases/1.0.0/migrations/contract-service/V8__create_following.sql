-- D30: insurers that follow where another is preferent.

-- Whether an insurer follows, and how. Where nothing is recorded it does, after ten working days.
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

grant select, insert, update on following_policy to ${applicationRole};

-- That an insurer is to follow a preferent one's contract with a practice. Up to, and not at, its due moment the insurer
-- may refuse; from then on its silence was consent. What is closed stays so.
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
-- What became due.
create index following_proposal_by_due on following_proposal (due_at) where state = 'PROPOSED';

create function a_closed_following_proposal_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a following proposal that is % does not become %', old.state, new.state
        using errcode = 'restrict_violation';
end
$$;
create trigger a_closed_following_proposal_stays before update on following_proposal
    for each row when (old.state <> 'PROPOSED') execute function a_closed_following_proposal_stays();

grant select, insert, update (state, closed_at, closed_by, closed_reason) on following_proposal to ${applicationRole};

alter table contract add foreign key (following_id) references following_proposal;
