-- Where a practice belongs, from day to day (D5): one hub of one region, and so one regional organisation, at a time.
-- The first place has no first day: that is where a practice is as far as anybody said. A move closes the last place
-- and opens the next one. What a practice has only once, its name and ION, stays in its row.
create extension if not exists btree_gist;

create table affiliation (
    agb         agb         not null references practice,
    region      text        not null,
    hub         text        not null,
    valid       daterange   not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,

    constraint an_affiliation_lasts check (not isempty(valid)),
    constraint an_affiliation_is_with_a_hub foreign key (region, hub) references hub,
    constraint a_practice_has_one_place_at_a_time exclude using gist (agb with =, valid with &&)
);
create index affiliation_by_region on affiliation (region, agb);

insert into affiliation (agb, region, hub, valid, recorded_at, recorded_by)
select agb, region, hub, daterange(null, null), declared_at, declared_by from practice;

drop index practice_by_region;
alter table practice drop constraint a_practice_belongs_to_a_hub, drop column region, drop column hub;

-- The practices with the place that each has on a day. Whoever asks says which day.
create function practices_on(day date)
    returns table (agb agb, name text, region text, hub text, ion bigint)
    language sql stable parallel safe
as $$
    select p.agb, p.name, a.region, a.hub, p.ion
    from practice p join affiliation a on a.agb = p.agb and a.valid @> day
$$;

create function refuse_other_history() returns trigger language plpgsql as $$
begin
    raise exception 'the place of % is history: only the last one is closed, once', old.agb
        using errcode = 'restrict_violation';
end
$$;
create trigger a_place_is_only_closed before update on affiliation
    for each row
    when (not upper_inf(old.valid) or lower(new.valid) is distinct from lower(old.valid)
        or (new.agb, new.region, new.hub) is distinct from (old.agb, old.region, old.hub))
    execute function refuse_other_history();
create trigger affiliation_is_never_deleted before delete or truncate on affiliation
    for each statement execute function refuse_change();

grant select, insert on affiliation to ${applicationRole};
grant update (valid) on affiliation to ${applicationRole};
