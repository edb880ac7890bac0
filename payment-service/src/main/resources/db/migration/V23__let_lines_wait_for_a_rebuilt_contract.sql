-- While what contract-service told is rebuilt from the inbox, lines wait until the end of the transaction for their
-- contract to be there again.
alter table payment_line alter constraint payment_line_contract_id_fkey deferrable;
