-- The ledger: append only (D48). A posting is the seal over its entries, written last in their transaction: the booking
-- moment, the digest over the entries' canonical lines, and the head of the insurer's chain.
create table posting (
    id            uuid        primary key,
    uzovi         uzovi       not null,
    number        bigint      not null check (number > 0),
    run_id        uuid        not null references payment_run,
    entries       bigint      not null check (entries >= 0),
    digest        sha256      not null,
    previous_head sha256      not null,
    head          sha256      not null,
    booked_at     timestamptz not null,

    constraint one_posting_per_place_in_the_chain unique (uzovi, number),
    constraint the_chain_does_not_fork unique (uzovi, previous_head),
    constraint a_run_is_posted_once unique (run_id),
    constraint the_head_seals_the_digest check (head = sha256(previous_head || digest))
);
create trigger posting_only_grows before update or delete or truncate on posting
    for each statement execute function refuse_change();

-- One transfer of money between two accounts: debits equal credits because an entry is both.
create table ledger_entry (
    posting_id  uuid      not null references posting deferrable initially deferred,
    number      bigint    not null check (number > 0),
    uzovi       uzovi     not null,
    agb         agb       not null,
    contract_id uuid      not null,
    quarter     peildatum not null,
    cause       text      not null,
    component   text      not null check (component in ('PRACTICE', 'RHO')),
    debit       text      not null,
    credit      text      not null,
    cents       bigint    not null check (cents > 0),
    line_id     uuid      not null references payment_line,
    -- What the creditor gets: below zero when the creditor is debited.
    amount      bigint    not null generated always as
        (case when debit like 'scheme:%' then cents else -cents end) stored,

    primary key (posting_id, number),
    constraint an_entry_moves_money_between_two_accounts check (debit <> credit),
    constraint an_entry_is_between_scheme_and_creditor
        check ((debit like 'scheme:%') <> (credit like 'scheme:%'))
);
create index ledger_entry_by_contract on ledger_entry (contract_id, quarter);
create index ledger_entry_by_practice on ledger_entry (agb, quarter);
create trigger ledger_entry_only_grows before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();

-- The canonical line of an entry, over which the digest is taken; see docs/canonical-forms.md.
create function canonical_line(entry ledger_entry) returns text language sql stable as $$
    select concat_ws('|', entry.number, to_char(entry.quarter, 'YYYY-"Q"Q'), entry.cause, entry.component, entry.debit,
        entry.credit, entry.cents, entry.uzovi, entry.agb, entry.contract_id, entry.line_id) || E'\n'
$$;

grant select, insert on posting, ledger_entry to ${applicationRole};
