-- D35: how a contract ends otherwise than by a breach. What was told and what was taken back are facts that stay.
create table ending (
    id             uuid        primary key,
    contract_id    uuid        not null references contract,
    kind           text        not null check (kind in ('NOTICE', 'CLOSING', 'END_DATE')),
    told_by        text        not null check (told_by in ('PRACTICE', 'INSURER')),
    ended_from     date        not null,
    grounds        text        not null check (length(grounds) between 1 and 4000),
    announced_on   date        not null,
    announced_by   text        not null,
    announced_with text        not null,
    announced_at   timestamptz not null,

    constraint for_its_withdrawal unique (id, ended_from, told_by),
    constraint each_party_has_its_ends check (case kind
        when 'NOTICE' then told_by = 'PRACTICE' when 'END_DATE' then told_by = 'INSURER' else true end),
    constraint a_notice_takes_three_months check (
        kind <> 'NOTICE' or ended_from >= announced_on + interval '3 months'),
    constraint only_a_practice_closed_in_the_past check (
        kind = 'CLOSING' and told_by = 'PRACTICE' or ended_from > announced_on)
);
create index ending_by_contract on ending (contract_id);

create table ending_withdrawal (
    ending_id      uuid        primary key,
    ended_from     date        not null,
    told_by        text        not null,
    reason         text        not null check (length(reason) between 1 and 4000),
    withdrawn_on   date        not null,
    withdrawn_by   text        not null,
    withdrawn_with text        not null,
    withdrawn_at   timestamptz not null,

    foreign key (ending_id, ended_from, told_by) references ending (id, ended_from, told_by),
    constraint no_withdrawal_once_in_effect check (withdrawn_on < ended_from)
);

create trigger ending_only_grows before update or delete or truncate on ending
    for each statement execute function refuse_change();
create trigger ending_withdrawal_only_grows before update or delete or truncate on ending_withdrawal
    for each statement execute function refuse_change();

-- D29: a pair has at most one contract on any day, with the days after an end free as those after a stop are.
alter table contract
    add column end_id uuid references ending,
    add column ended_from date,
    add constraint an_end_has_a_day check ((end_id is null) = (ended_from is null)),
    add constraint no_end_before_the_start check (ended_from >= starts_on),
    drop constraint one_contract_per_pair;
alter table contract add constraint one_contract_per_pair exclude using gist (
    cast(uzovi as text) with =, cast(agb as text) with =,
    daterange(starts_on, least(stopped_from, ended_from)) with &&);

grant select, insert on ending, ending_withdrawal to ${applicationRole};
grant update (end_id, ended_from) on contract to ${applicationRole};
