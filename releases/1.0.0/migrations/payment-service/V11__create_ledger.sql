-- The ledger: append only (D48). Its accounts are creditor:<UZOVI>:agb:<AGB> and creditor:<UZOVI>:rho:<RHO>, and the
-- insurer's own scheme, bank, collection and succession, each with its UZOVI.

-- A posting books a run, or settles what runs booked: pays it out, hands it over for collection, moves it to a successor
-- (D50). It is the seal over its entries, written last in their transaction: the booking moment, the digest over the
-- entries' canonical lines, and the head of the insurer's chain.
create table posting (
    id            uuid        primary key,
    uzovi         uzovi       not null,
    number        bigint      not null check (number > 0),
    kind          text        not null,
    run_id        uuid        references payment_run,
    entries       bigint      not null check (entries >= 0),
    digest        sha256      not null,
    previous_head sha256      not null,
    head          sha256      not null,
    booked_at     timestamptz not null,

    constraint one_posting_per_place_in_the_chain unique (uzovi, number),
    constraint the_chain_does_not_fork unique (uzovi, previous_head),
    constraint a_run_is_posted_once unique (run_id),
    constraint a_posting_is_of_a_kind check (kind in ('RUN', 'SETTLEMENT', 'CORRECTION')),
    constraint only_a_run_posts_a_run check ((kind = 'RUN') = (run_id is not null)),
    constraint the_head_seals_the_digest check (head = sha256(previous_head || digest))
);
create trigger posting_only_grows before update or delete or truncate on posting
    for each statement execute function refuse_change();

grant select, insert on posting to ${applicationRole};

-- Whose share an entry moves (D49): the RHO of its creditor account; null for the money of a practice. An RHO sees these
-- entries and no others.
create function rho_of(debit text, credit text) returns text language sql immutable parallel safe as $$
    select nullif(split_part(case when debit like 'creditor:%' then debit else credit end, ':rho:', 2), '')
$$;

-- One transfer of money between two accounts: debits equal credits because an entry is both. Every entry is one
-- creditor's. Only what a run books is about a contract's line; a settlement with an RHO is about no practice either.
create table ledger_entry (
    -- The posting is written after its entries, with the digest over them.
    posting_id  uuid      not null references posting deferrable initially deferred,
    number      bigint    not null check (number > 0),
    uzovi       uzovi     not null,
    agb         agb,
    contract_id uuid,
    quarter     peildatum not null,
    cause       text      not null,
    component   text      check (component in ('PRACTICE', 'RHO')),
    debit       text      not null,
    credit      text      not null,
    cents       bigint    not null check (cents > 0),
    line_id     uuid      references payment_line,
    -- Whom the money goes to or comes from. "C", so that an insurer's are one range.
    creditor    text      collate "C" not null generated always as
        (case when credit like 'creditor:%' then credit else debit end) stored,
    -- What the creditor gets: below zero when the creditor is debited.
    amount      bigint    not null generated always as
        (case when credit like 'creditor:%' then cents else -cents end) stored,

    primary key (posting_id, number),
    constraint an_entry_moves_money_between_two_accounts check (debit <> credit),
    constraint an_entry_moves_between_the_accounts_of_its_cause check (case
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
    constraint an_account_is_of_the_insurer check
        (split_part(debit, ':', 2) = uzovi and split_part(credit, ':', 2) = uzovi),
    constraint a_creditor_is_a_practice_or_an_rho check
        (creditor ~ '^creditor:[0-9]{4}:(agb:[0-9]{8}|rho:[^:|]+)$'),
    constraint the_other_account_is_the_insurers_own check
        ((case when credit like 'creditor:%' then debit else credit end)
            ~ '^(scheme|bank|collection|succession):[0-9]{4}$'),
    constraint an_entry_names_the_practice_of_its_creditor check
        (creditor like 'creditor:____:rho:%' or agb is not distinct from split_part(creditor, ':', 4)),
    constraint only_a_line_is_about_a_contract check
        (num_nulls(contract_id, component, line_id) = case
            when cause in ('PAYOUT', 'PAYOUT_RETURNED', 'TO_COLLECTION', 'FROM_COLLECTION', 'SUCCESSION') then 3
            else 0 end),
    constraint a_line_is_of_a_practice check (line_id is null or agb is not null),
    constraint a_component_is_paid_to_its_creditor check (component is null
        or (component = 'RHO') = (creditor like 'creditor:____:rho:%'))
);
create index ledger_entry_by_contract on ledger_entry (contract_id, quarter);
create index ledger_entry_by_practice on ledger_entry (agb, quarter);
-- A creditor's history over quarters, and its balance, are one range.
create index ledger_entry_by_creditor on ledger_entry (creditor, quarter);
create index ledger_entry_by_rho on ledger_entry (rho_of(debit, credit), quarter)
    where rho_of(debit, credit) is not null;
create trigger ledger_entry_only_grows before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();

grant select, insert on ledger_entry to ${applicationRole};

-- The canonical line of an entry, over which the digest is taken: what is absent is a dash; see docs/canonical-forms.md.
create function canonical_line(entry ledger_entry) returns text language sql stable as $$
    select concat_ws('|', entry.number, to_char(entry.quarter, 'YYYY-"Q"Q'), entry.cause,
        coalesce(entry.component, '-'), entry.debit, entry.credit, entry.cents, entry.uzovi, coalesce(entry.agb, '-'),
        coalesce(entry.contract_id::text, '-'), coalesce(entry.line_id::text, '-')) || E'\n'
$$;
