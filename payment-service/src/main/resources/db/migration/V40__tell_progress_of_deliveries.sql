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
