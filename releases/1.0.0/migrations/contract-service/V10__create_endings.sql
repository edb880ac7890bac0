-- D35: how a contract ends otherwise than by a breach. What was told and what was taken back are facts that stay.

-- An end, told by the side whose it is. In a merger the others end (MERGED); that is part of the succession, so the
-- insurer who confirms it tells it, also afterwards.
create table ending (
    id             uuid        primary key,
    contract_id    uuid        not null references contract,
    kind           text        not null check (kind in ('NOTICE', 'CLOSING', 'END_DATE', 'MERGED')),
    told_by        text        not null check (told_by in ('PRACTICE', 'INSURER')),
    ended_from     date        not null,
    grounds        text        not null check (length(grounds) between 1 and 4000),
    announced_on   date        not null,
    announced_by   text        not null,
    announced_with text        not null,
    announced_at   timestamptz not null,

    constraint for_its_withdrawal unique (id, ended_from, told_by),
    constraint each_party_has_its_ends check (case kind
        when 'NOTICE' then told_by = 'PRACTICE' when 'CLOSING' then true else told_by = 'INSURER' end),
    constraint a_notice_takes_three_months check (
        kind <> 'NOTICE' or ended_from >= announced_on + interval '3 months'),
    constraint only_a_practice_closed_in_the_past check (
        kind = 'CLOSING' and told_by = 'PRACTICE' or kind = 'MERGED' or ended_from > announced_on)
);
create index ending_by_contract on ending (contract_id);
create trigger ending_only_grows before update or delete or truncate on ending
    for each statement execute function refuse_change();

grant select, insert on ending to ${applicationRole};

-- That the same side took an end back, before it took effect.
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
create trigger ending_withdrawal_only_grows before update or delete or truncate on ending_withdrawal
    for each statement execute function refuse_change();

grant select, insert on ending_withdrawal to ${applicationRole};

alter table contract add foreign key (end_id) references ending;
