-- D22: who contracts. These are facts of public registers, so they belong to nobody in particular.
--
-- In all tables a column that ends in _by names who did something, and one that ends in _with the program that it was
-- done with: what evidence names and four eyes compare.

-- For exclusion constraints that compare text beside ranges.
create extension if not exists btree_gist;

-- A health insurer, known by the code under which it contracts.
create table insurer (
    uzovi         uzovi       primary key,
    name          text        not null check (length(name) between 1 and 200),
    registered_at timestamptz not null
);

grant select, insert on insurer to ${applicationRole};

-- The codes of an insurer's labels, each of which belongs to one contracting code on any day. Only its end may come later.
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

grant select, insert, update (valid_until, ended_at, ended_by) on insurer_label to ${applicationRole};

-- D31: which scheme an insurer has. Where nothing is recorded it is MTVP. Only its end may come later.
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

grant select, insert, update (valid_until, ended_at, ended_by) on insurer_scheme to ${applicationRole};

-- The legal person that one or more practices belong to.
create table enterprise (
    kvk           kvk         primary key,
    name          text        not null check (length(name) between 1 and 200),
    registered_at timestamptz not null
);

grant select, insert on enterprise to ${applicationRole};

-- A practice, known by its AGB code; its enterprise signs for it.
create table practice (
    agb           agb         primary key,
    name          text        not null check (length(name) between 1 and 200),
    kvk           kvk         not null references enterprise,
    registered_at timestamptz not null
);

grant select, insert on practice to ${applicationRole};
