-- A table of the kernel's own tests.
create table trial (
    id      uuid   primary key,
    uzovi   uzovi  not null,
    agb     agb    not null,
    cents   bigint not null,
    starts  peildatum not null,
    version bigint not null default 1,

    constraint one_trial_per_pair unique (uzovi, agb)
);
grant select, insert, update on trial to ${applicationRole};

create table applied (
    event_id    uuid primary key,
    data        jsonb not null,
    recorded_at timestamptz not null
);
grant select, insert, delete on applied to ${applicationRole};

create table span (
    id     uuid primary key,
    kvk    kvk not null,
    iban   text not null,
    big    text not null,
    valid  daterange not null,
    digest sha256 not null,
    at     timestamptz not null
);
grant select, insert on span to ${applicationRole};

create function violate(named text) returns text language plpgsql as $$
begin
    raise exception 'something is not as it should be' using errcode = 'check_violation', constraint = named;
end $$;
