-- An RHO takes back what it submitted, while that is not decided (D6). What was decided on it so far stays.
alter table regioplan_version
    add column withdrawn_at      timestamptz,
    add column withdrawn_by      text,
    add column withdrawal_reason text,
    drop constraint regioplan_version_state_check,
    add constraint regioplan_version_state_check check (state in
        ('DRAFT', 'SUBMITTED', 'APPROVED', 'CHANGES_REQUESTED', 'REJECTED', 'SUPERSEDED', 'WITHDRAWN')),
    drop constraint what_is_decided_says_when,
    add constraint what_is_decided_says_when
        check ((state in ('DRAFT', 'SUBMITTED', 'WITHDRAWN')) = (decided_at is null)),
    add constraint what_is_withdrawn_says_when_by_whom_and_why check (
        (state = 'WITHDRAWN') = (withdrawn_at is not null)
        and (withdrawn_at is null) = (withdrawn_by is null)
        and (withdrawn_at is null) = (withdrawal_reason is null)),
    add constraint a_reason_says_something check (withdrawal_reason <> '');

create or replace function refuse_other_way() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'),
            ('SUBMITTED', 'CHANGES_REQUESTED'), ('SUBMITTED', 'REJECTED'), ('SUBMITTED', 'WITHDRAWN'),
            ('APPROVED', 'SUPERSEDED')) then
        raise exception 'a regioplan version that is % cannot become %', old.state, new.state
            using errcode = 'check_violation', constraint = 'versions_go_the_ways_of_their_life_cycle';
    end if;
    return new;
end
$$;

grant update (withdrawn_at, withdrawn_by, withdrawal_reason) on regioplan_version to ${applicationRole};
