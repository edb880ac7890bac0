-- Proposals of new interventions on their way into the catalogue (D2): a practice or an RHO proposes, the insurer that it
-- turns to forwards or declines, the national desk decides. What was said never changes; where a proposal stands does,
-- along ProposalState, once the matching row is there.
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
create index intervention_proposal_by_state on intervention_proposal (state, id);
create index intervention_proposal_by_insurer on intervention_proposal (uzovi, id);
create index intervention_proposal_by_rho on intervention_proposal (rho, id);
create index intervention_proposal_by_practice on intervention_proposal (agb, id);

-- The insurer's word: one, and never by who proposed.
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

-- The national desk's word on what was forwarded: one, and never by who proposed or forwarded.
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

-- What joins the catalogue later joins it by a decision. The first eighteen stand in the leidraad.
alter table intervention
    add column proposal_id uuid,
    add constraint an_intervention_joins_by_its_decision foreign key (proposal_id, code, usable_from)
        references intervention_decision (proposal_id, code, usable_from),
    add constraint a_proposal_joins_once unique (proposal_id);

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
create trigger answer_only_grows before update or delete or truncate on intervention_answer
    for each statement execute function refuse_change();
create trigger decision_on_intervention_only_grows before update or delete or truncate on intervention_decision
    for each statement execute function refuse_change();

grant insert on intervention to ${applicationRole};
grant select, insert on intervention_proposal, intervention_answer, intervention_decision to ${applicationRole};
grant update (state) on intervention_proposal to ${applicationRole};
