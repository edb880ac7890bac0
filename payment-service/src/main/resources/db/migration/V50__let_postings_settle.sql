-- A posting books a run, or settles what runs booked: pays it out, hands it over for collection, moves it to a
-- successor (D48, D50).
alter table posting
    alter column run_id drop not null,
    add column kind text not null default 'RUN',
    add constraint a_posting_is_of_a_kind check (kind in ('RUN', 'SETTLEMENT', 'CORRECTION')),
    add constraint only_a_run_posts_a_run check ((kind = 'RUN') = (run_id is not null));
alter table posting alter column kind drop default;

-- Only what a run books is about a contract's line; a settlement with an RHO is about no practice either.
alter table ledger_entry
    alter column agb drop not null,
    alter column contract_id drop not null,
    alter column component drop not null,
    alter column line_id drop not null,
    drop constraint an_entry_is_between_scheme_and_creditor,
    -- Every entry is one creditor's: whom the money goes to or comes from. "C", so that an insurer's are one range.
    add column creditor text collate "C" not null generated always as
        (case when credit like 'creditor:%' then credit else debit end) stored,
    alter column amount set expression as
        (case when credit like 'creditor:%' then cents else -cents end),
    add constraint an_entry_moves_between_the_accounts_of_its_cause check (case
        when cause in ('REGULAR', 'RETROACTIVE', 'ION_CORRECTION', 'TARIFF_REVISION', 'COVERAGE', 'CLAWBACK', 'OFFSET',
            'SHARE') then (split_part(debit, ':', 1), split_part(credit, ':', 1))
                in (('scheme', 'creditor'), ('creditor', 'scheme'))
        when cause = 'PAYOUT' then debit like 'creditor:%' and credit like 'bank:%'
        when cause = 'PAYOUT_RETURNED' then debit like 'bank:%' and credit like 'creditor:%'
        when cause = 'TO_COLLECTION' then debit like 'collection:%' and credit like 'creditor:%'
        when cause = 'FROM_COLLECTION' then debit like 'creditor:%' and credit like 'collection:%'
        when cause = 'SUCCESSION' then (split_part(debit, ':', 1), split_part(credit, ':', 1))
            in (('creditor', 'succession'), ('succession', 'creditor'))
        else false end),
    add constraint an_account_is_of_the_insurer check
        (split_part(debit, ':', 2) = uzovi and split_part(credit, ':', 2) = uzovi),
    add constraint a_creditor_is_a_practice_or_an_rho check
        (creditor ~ '^creditor:[0-9]{4}:(agb:[0-9]{8}|rho:[^:|]+)$'),
    add constraint the_other_account_is_the_insurers_own check
        ((case when credit like 'creditor:%' then debit else credit end)
            ~ '^(scheme|bank|collection|succession):[0-9]{4}$'),
    add constraint an_entry_names_the_practice_of_its_creditor check
        (creditor like 'creditor:____:rho:%' or agb is not distinct from split_part(creditor, ':', 4)),
    add constraint only_a_line_is_about_a_contract check
        (num_nulls(contract_id, component, line_id) = case
            when cause in ('PAYOUT', 'PAYOUT_RETURNED', 'TO_COLLECTION', 'FROM_COLLECTION', 'SUCCESSION') then 3
            else 0 end),
    add constraint a_line_is_of_a_practice check (line_id is null or agb is not null),
    add constraint a_component_is_paid_to_its_creditor check (component is null
        or (component = 'RHO') = (creditor like 'creditor:____:rho:%'));

-- A creditor's history over quarters, and its balance, are one range.
create index ledger_entry_by_creditor on ledger_entry (creditor, quarter);

-- The canonical line of an entry: what is absent is a dash; see docs/canonical-forms.md.
create or replace function canonical_line(entry ledger_entry) returns text language sql stable as $$
    select concat_ws('|', entry.number, to_char(entry.quarter, 'YYYY-"Q"Q'), entry.cause,
        coalesce(entry.component, '-'), entry.debit, entry.credit, entry.cents, entry.uzovi, coalesce(entry.agb, '-'),
        coalesce(entry.contract_id::text, '-'), coalesce(entry.line_id::text, '-')) || E'\n'
$$;
