-- Where a malformed line goes wrong and what is wanted there (D38); the other codes have a sentence of their own.
alter table ion_refusal add column reason text;
