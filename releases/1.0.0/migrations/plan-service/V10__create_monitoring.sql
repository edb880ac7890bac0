-- What is measured to learn from, and never settled (D14, D15; leidraad §6).

-- An indicator is a ratio: what was counted, by what it is counted on, times "per"; so the value of a region is the
-- ratio of the sums. Kept by migration; the application reads it.
create table indicator (
    code          text    not null check (code ~ '^[A-Z_]{3,40}$'),
    level         text    not null check (level in ('PRACTICE', 'REGION')),
    name_nl       text    not null check (name_nl <> ''),
    name_en       text    not null check (name_en <> ''),
    definition_nl text    not null check (definition_nl <> ''),
    definition_en text    not null check (definition_en <> ''),
    unit          text    not null check (unit <> ''),
    per           integer not null check (per > 0),
    decimals      integer not null check (decimals between 0 and 4),
    better        text    not null check (better in ('LOWER', 'HIGHER')),
    target        numeric,

    constraint one_indicator_per_code primary key (code),
    constraint an_indicator_has_one_level unique (code, level)
);

grant select on indicator to ${applicationRole};

-- What was delivered. A newer value for the same year takes the place of an older one, which stays: one counts for a
-- year, and one as what was before the scheme (the baseline).
create table indicator_value (
    id          uuid        primary key,
    indicator   text        not null,
    level       text        not null,
    agb         agb         references practice,
    region      text        references region,
    year        integer     not null check (year between 2000 and 2100),
    numerator   numeric     not null check (numerator >= 0 and scale(numerator) <= 4),
    denominator numeric     not null check (denominator > 0 and scale(denominator) <= 4),
    baseline    boolean     not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    replaced_at timestamptz,

    constraint a_value_is_of_an_indicator foreign key (indicator, level) references indicator (code, level),
    constraint a_value_is_of_a_practice_or_of_a_region
        check (case level when 'PRACTICE' then agb is not null and region is null
                          else agb is null and region is not null end)
);
create unique index one_value_of_a_practice on indicator_value (agb, indicator, year) where replaced_at is null;
create unique index one_value_of_a_region on indicator_value (region, indicator, year) where replaced_at is null;
create unique index one_baseline_of_a_practice on indicator_value (agb, indicator)
    where baseline and replaced_at is null;
create unique index one_baseline_of_a_region on indicator_value (region, indicator)
    where baseline and replaced_at is null;
-- The sums of a year, over region and nation.
create index indicator_value_by_year on indicator_value (year, indicator) where replaced_at is null;

create function refuse_other_value() returns trigger language plpgsql as $$
begin
    raise exception 'a value of % is what was delivered: only its end is told, once', old.indicator
        using errcode = 'restrict_violation';
end
$$;
create trigger a_value_is_only_replaced before update on indicator_value
    for each row
    when (old.replaced_at is not null or new.replaced_at is null
        or (new.id, new.indicator, new.level, new.year, new.numerator, new.denominator, new.baseline, new.recorded_at,
            new.recorded_by) is distinct from (old.id, old.indicator, old.level, old.year, old.numerator,
            old.denominator, old.baseline, old.recorded_at, old.recorded_by)
        or new.agb is distinct from old.agb or new.region is distinct from old.region)
    execute function refuse_other_value();
create trigger a_value_is_never_deleted before delete or truncate on indicator_value
    for each statement execute function refuse_change();

grant select, insert on indicator_value to ${applicationRole};
grant update (replaced_at) on indicator_value to ${applicationRole};
