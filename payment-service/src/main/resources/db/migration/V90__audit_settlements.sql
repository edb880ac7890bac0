-- Whose pseudonym it was is no auditor's business. Where the table came before V71 and V72, they have seen to it.
do $$
begin
    if not exists (
        select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
        where t.tgrelid = 'ion_settlement'::regclass and f.proname = 'note_change'
    ) then
        create trigger ion_settlement_is_audited after insert or update or delete on ion_settlement
            for each row execute function note_change('id', 'pseudonym');
    end if;
end
$$;
