-- What a creditor's bank shows beside a transfer (D50): insurer, quarter and payout, as the statement tells them (D52).
-- Files made before named the payout alone.
alter table payout add column remittance text;
update payout set remittance = 'MTVP MTVP-' || uzovi || '-' || basis + 1;
alter table payout
    alter column remittance set not null,
    add constraint a_remittance_fits_into_a_transfer check (length(remittance) between 1 and 140);
