-- An account can end without another that follows: its owner is held from then on (D51).
alter table bank_account_proposal
    add column valid_until date,
    add constraint a_proposed_account_is_in_force_on_a_day check (valid_until > valid_from),
    -- Pair assertion of Iban.inSepa: a transfer in euro reaches no other account (D50).
    add constraint an_account_is_in_sepa check (substr(iban, 1, 2) in (
        'AD', 'AL', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GI', 'GR', 'HR',
        'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO',
        'RS', 'SE', 'SI', 'SK', 'SM', 'VA'));
