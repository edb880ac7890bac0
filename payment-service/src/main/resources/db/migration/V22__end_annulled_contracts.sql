-- Both parties undo a contract (D28): an end from its own first day on, so that no day is in force. It stays.
alter table contract_end
    add column reason text,
    add constraint an_annulment_says_why check ((kind = 'ANNULLED') = (reason is not null)),
    add constraint an_annulment_stays check (kind <> 'ANNULLED' or upper_inf(known));
create unique index a_contract_is_annulled_once on contract_end (contract_id) where kind = 'ANNULLED';
