-- Identifiers keep their form in the database too (pair assertion of Agb, Uzovi, Kvk and the quarter's first day).
create domain agb as text check (value ~ '^[0-9]{8}$');
create domain uzovi as text check (value ~ '^[0-9]{4}$');
create domain kvk as text check (value ~ '^[0-9]{8}$');
create domain peildatum as date check (extract(day from value) = 1 and extract(month from value) in (1, 4, 7, 10));
create domain sha256 as bytea check (octet_length(value) = 32);

-- The fence around what may only grow: put it on a table as a statement trigger for update, delete and truncate.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

grant usage on schema public to ${applicationRole};
