-- The national catalogue of interventions (D1), and the way of a proposal into it (D2): a practice or an RHO proposes,
-- the insurer that it turns to forwards or declines, the national desk decides.

-- A proposal. What was said never changes; where it stands does, along ProposalState, once the matching row is there.
create table intervention_proposal (
    id              uuid        primary key,
    agb             agb         references practice,
    rho             text        not null references rho,
    uzovi           uzovi       not null,
    kernelement     text        not null check (kernelement in
        ('ANDERS_WERKEN', 'SAMENWERKEN_NETWERK', 'UITBREIDING_CAPACITEIT', 'GOEDE_GESPREK')),
    name            text        not null check (name <> ''),
    description     text        not null check (description <> ''),
    motivation      text        not null check (motivation <> ''),
    expected_effect text        not null check (expected_effect <> ''),
    state           text        not null default 'PROPOSED' check (state in
        ('PROPOSED', 'FORWARDED', 'DECLINED', 'ACCEPTED', 'REJECTED')),
    proposed_at     timestamptz not null,
    proposed_by     text        not null,

    constraint answers_know_who_proposed unique (id, proposed_by)
);
-- A list of what stands somewhere, and those of each who may see a proposal: its insurer, RHO and practice.
create index intervention_proposal_by_state on intervention_proposal (state, id);
create index intervention_proposal_by_insurer on intervention_proposal (uzovi, id);
create index intervention_proposal_by_rho on intervention_proposal (rho, id);
create index intervention_proposal_by_practice on intervention_proposal (agb, id);

create function refuse_other_course() returns trigger language plpgsql as $$
begin
    raise exception 'a proposal that is % cannot become %', old.state, new.state using errcode = 'restrict_violation';
end
$$;
create trigger a_proposal_keeps_its_course before update on intervention_proposal
    for each row
    when (not (old.state = 'PROPOSED' and new.state in ('FORWARDED', 'DECLINED')
        or old.state = 'FORWARDED' and new.state in ('ACCEPTED', 'REJECTED')))
    execute function refuse_other_course();
create trigger proposal_is_never_deleted before delete or truncate on intervention_proposal
    for each statement execute function refuse_change();

grant select, insert on intervention_proposal to ${applicationRole};
grant update (state) on intervention_proposal to ${applicationRole};

-- The insurer's word: one, and never by who proposed. It repeats who proposed, so that the row itself can refuse it.
create table intervention_answer (
    proposal_id uuid        not null,
    proposed_by text        not null,
    outcome     text        not null check (outcome in ('FORWARDED', 'DECLINED')),
    reasons     text,
    answered_at timestamptz not null,
    answered_by text        not null,

    constraint an_insurer_answers_once primary key (proposal_id),
    constraint answers_are_about_a_proposal foreign key (proposal_id, proposed_by)
        references intervention_proposal (id, proposed_by),
    constraint decisions_know_who_forwarded unique (proposal_id, outcome, proposed_by, answered_by),
    constraint who_declines_says_why check (outcome = 'FORWARDED' or reasons is not null and reasons <> ''),
    constraint the_proposer_never_answers check (answered_by <> proposed_by)
);
create trigger answer_only_grows before update or delete or truncate on intervention_answer
    for each statement execute function refuse_change();

grant select, insert on intervention_answer to ${applicationRole};

-- The national desk's word on what was forwarded, and on nothing else: one, and never by who proposed or forwarded.
create table intervention_decision (
    proposal_id uuid        not null,
    proposed_by text        not null,
    answer      text        not null default 'FORWARDED' check (answer = 'FORWARDED'),
    answered_by text        not null,
    outcome     text        not null check (outcome in ('ACCEPTED', 'REJECTED')),
    reasons     text        not null check (reasons <> ''),
    code        text,
    name_en     text,
    usable_from date,
    decided_on  date        not null,
    decided_at  timestamptz not null,
    decided_by  text        not null,

    constraint the_desk_decides_once primary key (proposal_id),
    constraint decisions_are_about_what_was_forwarded foreign key (proposal_id, answer, proposed_by, answered_by)
        references intervention_answer (proposal_id, outcome, proposed_by, answered_by),
    constraint who_proposed_or_forwarded_never_decides check (decided_by <> proposed_by and decided_by <> answered_by),
    constraint what_is_accepted_joins_the_catalogue
        check (num_nonnulls(code, name_en, usable_from) = case outcome when 'ACCEPTED' then 3 else 0 end),
    constraint nothing_joins_before_its_decision check (usable_from >= decided_on),
    constraint entries_know_their_decision unique (proposal_id, code, usable_from)
);
create trigger decision_on_intervention_only_grows before update or delete or truncate on intervention_decision
    for each statement execute function refuse_change();

grant select, insert on intervention_decision to ${applicationRole};

-- The catalogue, effective-dated: an intervention is usable in plans from its day on. The first eighteen stand in the
-- leidraad and are entered by migration; what joins later joins by a decision, under the code and from the day that it
-- says.
create table intervention (
    code        text primary key check (code ~ '^[A-Z]{2}-[0-9]{2}$'),
    kernelement text not null check (kernelement in
        ('ANDERS_WERKEN', 'SAMENWERKEN_NETWERK', 'UITBREIDING_CAPACITEIT', 'GOEDE_GESPREK')),
    name_nl     text not null,
    name_en     text not null,
    usable_from date not null,
    proposal_id uuid,

    constraint an_intervention_joins_by_its_decision foreign key (proposal_id, code, usable_from)
        references intervention_decision (proposal_id, code, usable_from),
    constraint a_proposal_joins_once unique (proposal_id)
);

grant select, insert on intervention to ${applicationRole};
