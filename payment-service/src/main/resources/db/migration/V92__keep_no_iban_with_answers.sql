-- Kept answers say what was answered; whose IBAN it was stands with the account, and only there.
update idempotent_request set body = body - 'iban' where body ? 'iban';
