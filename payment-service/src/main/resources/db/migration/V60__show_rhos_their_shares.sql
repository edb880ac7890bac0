-- Whose share an entry moves (D49): the RHO of its creditor account; null for the money of a practice. An RHO sees these
-- entries and no others.
create function rho_of(debit text, credit text) returns text language sql immutable parallel safe as $$
    select nullif(split_part(case when debit like 'creditor:%' then debit else credit end, ':rho:', 2), '')
$$;

create index ledger_entry_by_rho on ledger_entry (rho_of(debit, credit), quarter)
    where rho_of(debit, credit) is not null;
