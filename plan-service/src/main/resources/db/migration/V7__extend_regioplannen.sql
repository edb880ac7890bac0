-- Regioplannen further: until when insurers decide (D6), what RHO and insurers say about a version, and what the
-- database holds of the life cycle by itself.
alter table regioplan_version add column decision_due_on date;
update regioplan_version set decision_due_on = cast(submitted_at at time zone 'Europe/Amsterdam' as date) + 28
    where submitted_at is not null;
alter table regioplan_version
    add constraint what_is_submitted_has_a_deadline check ((submitted_at is null) = (decision_due_on is null)),
    add constraint a_deadline_follows_its_submission
        check (decision_due_on > cast(submitted_at at time zone 'Europe/Amsterdam' as date));
grant update (decision_due_on) on regioplan_version to ${applicationRole};

create index regioplan_version_by_state on regioplan_version (state, id);
create index regioplan_version_by_deadline on regioplan_version (decision_due_on, id) where state = 'SUBMITTED';

-- Without an insurer it is the RHO that speaks.
create table regioplan_comment (
    id         uuid        primary key,
    version_id uuid        not null references regioplan_version,
    uzovi      uzovi,
    subject    text        check (subject in
        ('INTERVENTIONS', 'MISSION_AND_VISION', 'ICT_VISION', 'GOVERNANCE', 'SUPPORT', 'CHALLENGES', 'ACTIVITIES',
         'AGREEMENTS', 'RHO_SHARE')),
    text       text        not null check (text <> ''),
    written_at timestamptz not null,
    written_by text        not null
);
create index regioplan_comment_by_version on regioplan_comment (version_id, id);
create trigger comment_only_grows before update or delete or truncate on regioplan_comment
    for each statement execute function refuse_change();
grant select, insert on regioplan_comment to ${applicationRole};

-- Each update of a version is a step of its life cycle (VersionState); nothing else of it changes.
create function refuse_other_way() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'),
            ('SUBMITTED', 'CHANGES_REQUESTED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'SUPERSEDED')) then
        raise exception 'a regioplan version that is % cannot become %', old.state, new.state
            using errcode = 'check_violation', constraint = 'versions_go_the_ways_of_their_life_cycle';
    end if;
    return new;
end
$$;
create trigger version_goes_its_way before update on regioplan_version
    for each row execute function refuse_other_way();
create trigger regioplan_version_is_never_deleted before delete or truncate on regioplan_version
    for each statement execute function refuse_change();

-- An absent comment made the earlier check unknown, and let the refusal pass.
alter table regioplan_decision drop constraint a_refusal_says_why;
alter table regioplan_decision
    add constraint a_refusal_says_why check (decision = 'APPROVED' or coalesce(comment, '') <> '');

-- The share lock makes a decision wait for a step of the version that is under way, and the other way round.
create function refuse_decision_elsewhere() returns trigger language plpgsql as $$
begin
    perform from regioplan_version where id = new.version_id and state = 'SUBMITTED' for share;
    if not found then
        raise exception 'version % is not under decision', new.version_id
            using errcode = 'check_violation', constraint = 'only_versions_under_decision_are_decided';
    end if;
    return new;
end
$$;
create trigger a_version_under_decision_is_decided before insert on regioplan_decision
    for each row execute function refuse_decision_elsewhere();

create function refuse_stranger() returns trigger language plpgsql as $$
begin
    if not exists (select from regioplan_party where version_id = new.version_id and uzovi = new.uzovi) then
        raise exception 'insurer % is no party to version %', new.uzovi, new.version_id
            using errcode = 'check_violation', constraint = 'only_preferent_insurers_speak';
    end if;
    return new;
end
$$;
create trigger preferent_insurers_decide before insert on regioplan_decision
    for each row execute function refuse_stranger();
create trigger preferent_insurers_have_evidence before insert on regioplan_evidence
    for each row execute function refuse_stranger();
create trigger preferent_insurers_comment before insert on regioplan_comment
    for each row when (new.uzovi is not null) execute function refuse_stranger();
