-- D33: yearly reviews of contracts. Everything that is said and decided in one is a fact that stays.

-- The yearly look at whether a practice does what it committed to. Its years are those of the growth model (D8, D9).
create table compliance_review (
    id          uuid        primary key,
    contract_id uuid        not null references contract,
    uzovi       uzovi       not null references insurer,
    year        integer     not null,
    made_by     text        not null,
    made_with   text        not null,
    made_at     timestamptz not null,

    constraint one_review_per_contract_and_year unique (contract_id, year),
    constraint a_review_for_its_decisions unique (id, made_by),
    constraint the_growth_model_has_two_years check (year in (1, 2))
);
create index compliance_review_by_insurer on compliance_review (uzovi, year);
create trigger compliance_review_only_grows before update or delete or truncate on compliance_review
    for each statement execute function refuse_change();

grant select, insert on compliance_review to ${applicationRole};

-- That the practice is heard before a breach is found: once, and for a day at least.
create table compliance_hearing (
    review_id   uuid        primary key references compliance_review,
    opened_on   date        not null,
    ends_on     date        not null,
    grounds     text        not null check (length(grounds) between 1 and 4000),
    opened_by   text        not null,
    opened_with text        not null,
    opened_at   timestamptz not null,

    constraint a_hearing_for_its_decisions unique (review_id, opened_by, ends_on),
    constraint a_hearing_lasts_a_day_at_least check (ends_on > opened_on)
);
create trigger compliance_hearing_only_grows before update or delete or truncate on compliance_hearing
    for each statement execute function refuse_change();

grant select, insert on compliance_hearing to ${applicationRole};

-- What the practice says in its hearing.
create table compliance_answer (
    id         uuid        primary key,
    review_id  uuid        not null references compliance_hearing,
    text       text        not null check (length(text) between 1 and 20000),
    given_by   text        not null,
    given_with text        not null,
    given_at   timestamptz not null,

    constraint an_answer_for_its_decisions unique (id, review_id)
);
create index compliance_answer_by_review on compliance_answer (review_id);
create trigger compliance_answer_only_grows before update or delete or truncate on compliance_answer
    for each statement execute function refuse_change();

grant select, insert on compliance_answer to ${applicationRole};

-- What was decided, by neither who made the review nor who opened the hearing. A remedy is decided a second time, once its
-- day has come. The document is what was decided on, byte for byte.
create table compliance_decision (
    review_id        uuid        not null,
    number           integer     not null check (number in (1, 2)),
    outcome          text        not null check (outcome in ('COMPLIANT', 'REMEDY', 'BREACH')),
    previous_number  integer,
    previous_outcome text,
    made_by          text        not null,
    opened_by        text,
    hearing_ends_on  date,
    answer_id        uuid,
    grounds          text        not null check (length(grounds) between 1 and 4000),
    remedy_until     date,
    stop_id          uuid        references measure,
    clawback_id      uuid        references measure,
    document         bytea       not null,
    digest           sha256      not null,
    decided_on       date        not null,
    decided_by       text        not null,
    decided_with     text        not null,
    decided_at       timestamptz not null,

    constraint one_decision_per_turn primary key (review_id, number),
    constraint a_decision_for_its_successor unique (review_id, number, outcome),
    foreign key (review_id, made_by) references compliance_review (id, made_by),
    foreign key (review_id, opened_by, hearing_ends_on)
        references compliance_hearing (review_id, opened_by, ends_on),
    foreign key (answer_id, review_id) references compliance_answer (id, review_id),
    foreign key (review_id, previous_number, previous_outcome)
        references compliance_decision (review_id, number, outcome),
    constraint only_a_remedy_is_decided_again check (case number
        when 1 then num_nonnulls(previous_number, previous_outcome) = 0
        else num_nonnulls(previous_number, previous_outcome) = 2 and previous_number = 1
            and previous_outcome = 'REMEDY' and outcome <> 'REMEDY' end),
    constraint four_eyes_on_a_review check (decided_by <> made_by and decided_by <> opened_by),
    constraint a_remedy_has_a_day_ahead check (
        (outcome = 'REMEDY') = (remedy_until is not null) and remedy_until > decided_on),
    constraint a_breach_stops_the_contract check ((outcome = 'BREACH') = (stop_id is not null)),
    constraint only_a_breach_takes_money_back check (clawback_id is null or outcome = 'BREACH'),
    constraint no_breach_before_the_practice_was_heard check (outcome <> 'BREACH'
        or opened_by is not null and (answer_id is not null or decided_on >= hearing_ends_on)),
    constraint the_digest_is_that_of_the_decision check (digest = sha256(document))
);
create trigger compliance_decision_only_grows before update or delete or truncate on compliance_decision
    for each statement execute function refuse_change();

grant select, insert on compliance_decision to ${applicationRole};

-- A reproducible selection of reviewed contracts: seed and population are enough to draw it again.
create table compliance_sample (
    id         uuid        primary key,
    uzovi      uzovi       not null references insurer,
    year       integer     not null check (year in (1, 2)),
    size       integer     not null check (size > 0),
    seed       sha256      not null,
    population uuid[]      not null,
    drawn_by   text        not null,
    drawn_with text        not null,
    drawn_at   timestamptz not null
);
create index compliance_sample_by_insurer on compliance_sample (uzovi);
create trigger compliance_sample_only_grows before update or delete or truncate on compliance_sample
    for each statement execute function refuse_change();

grant select, insert on compliance_sample to ${applicationRole};

-- The contracts that were drawn, in the order of the draw.
create table compliance_sample_member (
    sample_id   uuid    not null references compliance_sample,
    rank        integer not null check (rank > 0),
    contract_id uuid    not null references contract,

    primary key (sample_id, rank),
    constraint a_contract_is_drawn_once unique (sample_id, contract_id)
);
create trigger compliance_sample_member_only_grows before update or delete or truncate on compliance_sample_member
    for each statement execute function refuse_change();

grant select, insert on compliance_sample_member to ${applicationRole};
