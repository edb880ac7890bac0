-- A fact has two axes (D54): valid are the days on which it holds, known the moments from which and until which it was
-- known here. It is never erased, only known no longer. What a neighbour knew when stands in known_at_source; it travels
-- along and is shown, never queried. Two answers for one day and moment are refused by exclusion.
create extension if not exists btree_gist;

-- Recording times of one insurer rise in the order of commits, so that an answer as known at a moment never changes
-- (D54). Whoever records a fact, fixes a cut-off or posts takes its insurer's row last and uses the moment it gives.
create table fact_clock (
    uzovi      uzovi       primary key,
    last_known timestamptz not null,
    -- When the newest fact was recorded: an approval compares a run's cut-off with it (D46).
    last_fact  timestamptz,

    constraint a_fact_is_known_by_the_clock check (last_fact <= last_known)
);

grant select, insert, update on fact_clock to ${applicationRole};

-- Where the clock of an insurer without a row begins: no answer about all insurers was given for a later moment.
create table fact_clock_floor (
    only_row   boolean     primary key default true check (only_row),
    last_known timestamptz not null
);
insert into fact_clock_floor (last_known) values ('-infinity');

grant select, update on fact_clock_floor to ${applicationRole};
