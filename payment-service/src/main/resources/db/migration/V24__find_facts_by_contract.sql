-- A run asks for everything about its next contracts: each fact is found by its contract.
create index contract_holder_by_contract on contract_holder (contract_id);
create index contract_offset_by_contract on contract_offset (contract_id);
create index rho_share_by_contract on rho_share (contract_id);
-- The counts of a practice in many deliveries stand side by side, compared by their bytes.
create index ion_count_by_practice on ion_count (agb collate "C", delivery_id) include (ion);
