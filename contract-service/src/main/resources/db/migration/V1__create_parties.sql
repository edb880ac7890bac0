-- D22: who contracts. These are facts of public registers, so they belong to nobody in particular.
create table insurer (
    uzovi         uzovi       primary key,
    name          text        not null check (length(name) between 1 and 200),
    registered_at timestamptz not null
);

create table enterprise (
    kvk           kvk         primary key,
    name          text        not null check (length(name) between 1 and 200),
    registered_at timestamptz not null
);

create table practice (
    agb           agb         primary key,
    name          text        not null check (length(name) between 1 and 200),
    kvk           kvk         not null references enterprise,
    registered_at timestamptz not null
);

grant select, insert on insurer, enterprise, practice to ${applicationRole};
