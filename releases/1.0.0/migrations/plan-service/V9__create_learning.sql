-- Intervisie and participation in interventions (D12). Reports are corrected by newer ones, participations by being
-- withdrawn; what was said stays readable.

-- An intervisie meeting that an RHO organised for a region's practices. What is told of it stands in its reports.
create table intervisie_meeting (
    id     uuid primary key,
    rho    text not null references rho,
    region text not null references region
);
create index intervisie_meeting_by_rho on intervisie_meeting (rho, id);
create index intervisie_meeting_by_region on intervisie_meeting (region, id);
create trigger intervisie_meeting_only_grows before update or delete or truncate on intervisie_meeting
    for each statement execute function refuse_change();

grant select, insert on intervisie_meeting to ${applicationRole};

-- The newest report counts. Each corrects the one before it, so that two corrections of one report cannot both stand.
create table intervisie_report (
    meeting_id  uuid        not null references intervisie_meeting,
    number      integer     not null check (number > 0),
    corrects    integer,
    held_on     date        not null,
    insights    text        not null check (insights <> ''),
    reason      text,
    recorded_at timestamptz not null,
    recorded_by text        not null,

    constraint a_report_is_corrected_once primary key (meeting_id, number),
    constraint a_report_corrects_the_one_before check (corrects is not distinct from nullif(number - 1, 0)),
    constraint what_is_corrected_is_there foreign key (meeting_id, corrects) references intervisie_report,
    constraint a_correction_says_why check ((number = 1) = (reason is null) and reason <> ''),
    -- The day is Amsterdam's, which may be the next one in UTC.
    constraint a_meeting_is_not_reported_before_it_is_held
        check (held_on <= (recorded_at at time zone 'UTC')::date + 1)
);
create trigger intervisie_report_only_grows before update or delete or truncate on intervisie_report
    for each statement execute function refuse_change();

grant select, insert on intervisie_report to ${applicationRole};

-- The practices that were there, as a report tells it.
create table intervisie_presence (
    meeting_id uuid    not null,
    number     integer not null,
    agb        agb     not null references practice,

    constraint a_practice_is_present_once primary key (meeting_id, number, agb),
    foreign key (meeting_id, number) references intervisie_report
);
create index intervisie_presence_by_practice on intervisie_presence (agb, meeting_id, number);
create trigger intervisie_presence_only_grows before update or delete or truncate on intervisie_presence
    for each statement execute function refuse_change();

grant select, insert on intervisie_presence to ${applicationRole};

-- The interventions that were discussed, as a report tells it.
create table intervisie_subject (
    meeting_id uuid    not null,
    number     integer not null,
    code       text    not null references intervention,

    constraint an_intervention_is_discussed_once primary key (meeting_id, number, code),
    foreign key (meeting_id, number) references intervisie_report
);
create trigger intervisie_subject_only_grows before update or delete or truncate on intervisie_subject
    for each statement execute function refuse_change();

grant select, insert on intervisie_subject to ${applicationRole};

-- That a practice took part in an intervention, with the document that shows it.
create table participation (
    id              uuid        primary key,
    agb             agb         not null references practice,
    code            text        not null references intervention,
    took_place_on   date        not null,
    document        text        not null check (document <> ''),
    document_digest sha256      not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,

    constraint a_participation_is_not_recorded_before_it_took_place
        check (took_place_on <= (recorded_at at time zone 'UTC')::date + 1)
);
create index participation_by_practice on participation (agb, took_place_on);
create trigger participation_only_grows before update or delete or truncate on participation
    for each statement execute function refuse_change();

grant select, insert on participation to ${applicationRole};

-- That a participation does not count, and why.
create table participation_withdrawal (
    participation_id uuid        not null references participation,
    reason           text        not null check (reason <> ''),
    withdrawn_at     timestamptz not null,
    withdrawn_by     text        not null,

    constraint a_participation_is_withdrawn_once primary key (participation_id)
);
create trigger participation_withdrawal_only_grows before update or delete or truncate on participation_withdrawal
    for each statement execute function refuse_change();

grant select, insert on participation_withdrawal to ${applicationRole};
