-- An insurer's registrations on one peildatum (D38). An accepted delivery is known from its acceptance on, until a newer
-- one for the same peildatum replaces it; its counts never change.
create table ion_delivery (
    id              uuid        primary key,
    uzovi           uzovi       not null,
    peildatum       peildatum   not null,
    row_count       bigint      not null check (row_count >= 0),
    content_digest  sha256      not null,
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

    constraint a_delivery_is_in_one_state check (status in ('RECEIVING', 'WORKING', 'ACCEPTED', 'REFUSED')),
    constraint a_complete_delivery_says_when check ((status = 'RECEIVING') = (completed_at is null) and (completed_at is null) = (content_bytes is null)),
    constraint a_finished_delivery_says_when check ((status in ('ACCEPTED', 'REFUSED')) = (finished_at is not null)),
    constraint only_an_accepted_delivery_is_known check ((status = 'ACCEPTED') = (known is not null)),
    constraint a_delivery_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint an_accepted_delivery_has_evidence check ((status = 'ACCEPTED') = (evidence_digest is not null)),
    constraint a_refused_delivery_says_why check ((status = 'REFUSED') = (fault_code is not null)),
    constraint a_refused_delivery_stores_nothing
        check (status <> 'REFUSED' or coalesce(accepted, refused, duplicate) is null),
    constraint every_line_has_one_outcome
        check (status <> 'ACCEPTED' or coalesce(accepted + refused + duplicate = row_count, false)),
    constraint one_delivery_per_peildatum_and_moment
        exclude using gist (uzovi with =, peildatum with =, known with &&)
);
create index ion_delivery_by_insurer on ion_delivery (uzovi, id);
create index ion_delivery_at_work on ion_delivery (completed_at) where status = 'WORKING';

create table ion_count (
    delivery_id uuid   not null references ion_delivery,
    agb         agb    not null,
    ion         bigint not null check (ion > 0),

    primary key (delivery_id, agb)
);
create trigger ion_count_only_grows before update or delete or truncate on ion_count
    for each statement execute function refuse_change();

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

grant select, insert on ion_delivery, ion_count, ion_refusal to ${applicationRole};
grant update (status, content_bytes, completed_at, finished_at, known, accepted, refused, duplicate, evidence_digest, fault_code,
    fault_detail, attempts, try_after) on ion_delivery to ${applicationRole};
