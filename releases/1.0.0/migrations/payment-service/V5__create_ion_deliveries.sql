-- Deliveries of registrations: what came in, how far the work on it is, and what of it counts (D38).

-- An insurer's registrations on one peildatum. An accepted delivery is known from its acceptance on, until a newer one for
-- the same peildatum replaces it; its counts never change.
create table ion_delivery (
    id              uuid        primary key,
    uzovi           uzovi       not null,
    peildatum       peildatum   not null,
    row_count       bigint      not null check (row_count >= 0),
    -- The digest is that of the bytes as sent, packed or not.
    content_digest  sha256      not null,
    compression     text        not null default 'NONE',
    announced_by    text        not null,
    announced_at    timestamptz not null,
    status          text        not null,
    content_bytes   bigint,
    completed_at    timestamptz,
    finished_at     timestamptz,
    known           tstzrange,
    accepted        bigint,
    refused         bigint,
    duplicate       bigint,
    evidence_digest sha256,
    fault_code      text,
    fault_detail    text,
    attempts        integer     not null default 0,
    try_after       timestamptz,

    constraint content_is_packed_in_a_known_way check (compression in ('NONE', 'GZIP')),
    constraint a_delivery_is_in_one_state check (status in ('RECEIVING', 'WORKING', 'ACCEPTED', 'REFUSED')),
    constraint a_complete_delivery_says_when
        check ((status = 'RECEIVING') = (completed_at is null) and (completed_at is null) = (content_bytes is null)),
    constraint a_finished_delivery_says_when check ((status in ('ACCEPTED', 'REFUSED')) = (finished_at is not null)),
    constraint only_an_accepted_delivery_is_known check ((status = 'ACCEPTED') = (known is not null)),
    constraint a_delivery_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint an_accepted_delivery_has_evidence check ((status = 'ACCEPTED') = (evidence_digest is not null)),
    constraint a_refused_delivery_says_why check ((status = 'REFUSED') = (fault_code is not null)),
    constraint a_refused_delivery_stores_nothing
        check (status <> 'REFUSED' or coalesce(accepted, refused, duplicate) is null),
    -- Unknown numbers would leave the check unknown, and let the delivery pass.
    constraint every_line_has_one_outcome
        check (status <> 'ACCEPTED' or coalesce(accepted + refused + duplicate = row_count, false)),
    constraint one_delivery_per_peildatum_and_moment
        exclude using gist (uzovi with =, peildatum with =, known with &&)
);
-- An insurer's deliveries, and the next one to be worked on.
create index ion_delivery_by_insurer on ion_delivery (uzovi, id);
create index ion_delivery_at_work on ion_delivery (completed_at) where status = 'WORKING';
create trigger ion_delivery_is_audited after insert or update or delete on ion_delivery
    for each row execute function note_change('id', 'attempts', 'try_after');

grant select, insert on ion_delivery to ${applicationRole};
grant update (status, content_bytes, completed_at, finished_at, known, accepted, refused, duplicate, evidence_digest,
    fault_code, fault_detail, attempts, try_after) on ion_delivery to ${applicationRole};

-- How far the work on a delivery is, told from transactions apart: the delivery's own row is held meanwhile, so nothing
-- here refers to it.
create table ion_delivery_progress (
    delivery_id uuid        primary key,
    phase       text        not null,
    lines       bigint      not null check (lines >= 0),
    told_at     timestamptz not null,

    constraint work_on_a_delivery_is_in_one_phase check (phase in ('READING', 'DECIDING', 'WRITING', 'COMPARING'))
);

grant select, insert, update, delete on ion_delivery_progress to ${applicationRole};

-- The patients of each practice that count, as delivered.
create table ion_count (
    delivery_id uuid   not null references ion_delivery,
    agb         agb    not null,
    ion         bigint not null check (ion > 0),

    primary key (delivery_id, agb)
);
-- The counts of a practice in many deliveries stand side by side, compared by their bytes.
create index ion_count_by_practice on ion_count (agb collate "C", delivery_id) include (ion);
create trigger ion_count_only_grows before update or delete or truncate on ion_count
    for each statement execute function refuse_change();

grant select, insert on ion_count to ${applicationRole};

-- Lines that do not count, by their number in the file (the header is line 1). A pseudonym stands here only if it has
-- a pseudonym's form.
create table ion_refusal (
    delivery_id uuid   not null references ion_delivery,
    line        bigint not null check (line > 1),
    code        text   not null,
    pseudonym   uuid,
    agb         agb,

    primary key (delivery_id, line)
);
create trigger ion_refusal_only_grows before update or delete or truncate on ion_refusal
    for each statement execute function refuse_change();

grant select, insert on ion_refusal to ${applicationRole};

-- Evidence of deliveries that have long ceased to count is removed after a time; that it was is never forgotten, and the
-- counts stay.
create table ion_evidence_removal (
    delivery_id     uuid        primary key references ion_delivery,
    evidence_digest sha256      not null,
    removed_at      timestamptz not null
);
create trigger ion_evidence_removal_only_grows before update or delete or truncate on ion_evidence_removal
    for each statement execute function refuse_change();

grant select, insert on ion_evidence_removal to ${applicationRole};
