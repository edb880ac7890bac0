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
