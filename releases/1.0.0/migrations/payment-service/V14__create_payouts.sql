-- Payouts, what became of them, and what came back from collection (D50).

-- What creditors are owed, made ready by one person and approved by another. Its lines never change; what was booked in
-- between makes it void.
create table payout (
    id                uuid        primary key,
    uzovi             uzovi       not null,
    state             text        not null,
    -- The last posting whose entries it counted: its own is the next one.
    basis             bigint      not null check (basis > 0),
    debtor_account_id uuid        not null references bank_account_proposal,
    made_by           text        not null,
    made_at           timestamptz not null,
    approved_by       text,
    approved_at       timestamptz,
    posting_id        uuid        references posting,
    execution_on      date,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    -- What a creditor's bank shows beside a transfer: insurer, quarter and payout, as the statement tells them (D52).
    remittance        text        not null,

    constraint a_payout_is_in_one_state check (state in ('DRAFT', 'BOOKED', 'WITHDRAWN')),
    constraint a_payout_is_approved_by_another check (approved_by <> made_by),
    constraint a_booked_payout_is_whole
        check (num_nulls(approved_by, approved_at, posting_id, execution_on) = case state when 'BOOKED' then 0 else 4 end),
    constraint a_withdrawn_payout_says_why
        check (num_nulls(withdrawn_by, withdrawn_at, withdrawal_reason) = case state when 'WITHDRAWN' then 0 else 3 end),
    constraint a_remittance_fits_into_a_transfer check (length(remittance) between 1 and 140),
    constraint a_payout_is_booked_once unique (posting_id)
);
create unique index one_open_payout_per_insurer on payout (uzovi) where state = 'DRAFT';
create index payout_by_insurer on payout (uzovi, id);
create trigger payout_is_kept before delete or truncate on payout
    for each statement execute function refuse_change();
create trigger payout_is_audited after insert or update or delete on payout
    for each row execute function note_change('id');

grant select, insert on payout to ${applicationRole};
grant update (state, approved_by, approved_at, posting_id, execution_on, withdrawn_by, withdrawn_at, withdrawal_reason)
    on payout to ${applicationRole};

-- What each creditor is owed: transferred to an account, or held because there is none, because it is new, because no
-- bank takes its texts, or because money came back from it. Transfers come first: a transfer's number is that of its entry
-- in the payout's posting.
create table payout_line (
    payout_id  uuid   not null references payout,
    number     bigint not null check (number > 0),
    creditor   text   collate "C" not null,
    cents      bigint not null,
    account_id uuid   references bank_account_proposal,
    held       text,

    primary key (payout_id, number),
    constraint one_line_per_creditor unique (payout_id, creditor),
    constraint a_transfer_is_never_zero_or_less check (cents > 0),
    constraint a_line_is_transferred_or_held check (num_nonnulls(account_id, held) = 1),
    constraint a_line_is_held_for_a_reason check (held in ('NO_ACCOUNT', 'COOLING', 'ACCOUNT_TEXT', 'RETURNED'))
);
create trigger payout_line_only_grows before update or delete or truncate on payout_line
    for each statement execute function refuse_change();

grant select, insert on payout_line to ${applicationRole};

-- The file that went to the bank, made once.
create table payout_file (
    payout_id uuid   primary key references payout,
    digest    sha256 not null,
    size      bigint not null check (size > 0)
);
create trigger payout_file_only_grows before update or delete or truncate on payout_file
    for each statement execute function refuse_change();

grant select, insert on payout_file to ${applicationRole};

-- The file's bytes in pieces, so that it is never whole in memory.
create table payout_file_piece (
    payout_id uuid    not null references payout,
    number    integer not null check (number > 0),
    content   bytea   not null,

    primary key (payout_id, number)
);
create trigger payout_file_piece_only_grows before update or delete or truncate on payout_file_piece
    for each statement execute function refuse_change();

grant select, insert on payout_file_piece to ${applicationRole};

-- That a transfer came back, with the posting that opened the debt again.
create table payout_return (
    payout_id   uuid        not null,
    number      bigint      not null,
    posting_id  uuid        not null unique references posting,
    returned_on date        not null,
    reason      text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,

    constraint a_transfer_returns_once primary key (payout_id, number),
    foreign key (payout_id, number) references payout_line
);
create trigger payout_return_only_grows before update or delete or truncate on payout_return
    for each statement execute function refuse_change();

grant select, insert on payout_return to ${applicationRole};

-- What was taken back from collection, with the posting that did it.
create table collection_return (
    posting_id  uuid        primary key references posting,
    creditor    text        not null,
    cents       bigint      not null check (cents > 0),
    reason      text        not null,
    returned_by text        not null,
    returned_at timestamptz not null
);
create trigger collection_return_only_grows before update or delete or truncate on collection_return
    for each statement execute function refuse_change();

grant select, insert on collection_return to ${applicationRole};
