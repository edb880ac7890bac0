-- D22: the codes of an insurer's labels, each of which belongs to one contracting code on any day.
create table insurer_label (
    id          uuid        primary key,
    uzovi       uzovi       not null references insurer,
    label       uzovi       not null,
    name        text        not null check (length(name) between 1 and 200),
    valid_from  date        not null,
    valid_until date,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    ended_at    timestamptz,
    ended_by    text,

    constraint a_label_is_held_for_some_days check (valid_until > valid_from),
    constraint one_insurer_per_label exclude using gist (
        cast(label as text) with =, daterange(valid_from, valid_until) with &&)
);
create index insurer_label_by_insurer on insurer_label (uzovi);

-- D31: which scheme an insurer has. Where nothing is recorded it is MTVP.
create table insurer_scheme (
    id          uuid        primary key,
    uzovi       uzovi       not null references insurer,
    scheme      text        not null check (scheme in ('MTVP', 'ZORGZWAARTE')),
    valid_from  date        not null,
    valid_until date,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    ended_at    timestamptz,
    ended_by    text,

    constraint a_scheme_is_had_for_some_days check (valid_until > valid_from),
    constraint one_scheme_per_insurer exclude using gist (
        cast(uzovi as text) with =, daterange(valid_from, valid_until) with &&)
);

grant select, insert, update (valid_until, ended_at, ended_by) on insurer_label, insurer_scheme to ${applicationRole};
