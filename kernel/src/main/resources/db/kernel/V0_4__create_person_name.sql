-- What tokens called those who act here, for whoever reads what they did: beside each subject in an answer stands the
-- name that its token gave at the time. A name that changes is another row.
create table person_name (
    sequence   bigint      generated always as identity primary key,
    subject    text        not null,
    known_from timestamptz not null,
    name       text        not null,

    constraint person_name_once_at_a_time unique (subject, known_from),
    constraint person_name_is_seen_on_one_line check (name ~ '[^\s]' and name !~ '[\n\r]' and length(name) <= 200)
);
create trigger person_name_only_grows before update or delete or truncate on person_name
    for each statement execute function refuse_change();

grant select, insert on person_name to ${applicationRole};
