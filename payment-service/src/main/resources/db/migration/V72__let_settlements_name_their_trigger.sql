-- ION's own migration puts the trigger that knows a settlement's columns; where V71 was first, its trigger makes room.
do $$
begin
    if to_regclass('ion_settlement') is not null then
        drop trigger if exists ion_settlement_is_audited on ion_settlement;
        create trigger changes_of_ion_settlement_are_noted after insert or update or delete on ion_settlement
            for each row execute function note_change('id', 'pseudonym');
    end if;
end
$$;
