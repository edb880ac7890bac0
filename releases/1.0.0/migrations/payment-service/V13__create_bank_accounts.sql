-- Bank accounts of creditors and of insurers (D51).

-- mod 97 (pair assertion of Iban): the country and the check digits go last, letters count from 10.
create function iban_holds(iban text) returns boolean language sql immutable parallel safe as $$
    select iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'
        and mod(string_agg(case when c between '0' and '9' then c else (ascii(c) - 55)::text end, '' order by n)::numeric,
            97) = 1
    from regexp_split_to_table(substr(iban, 5) || substr(iban, 1, 4), '') with ordinality as split (c, n)
$$;

-- An account that somebody proposed and another approved: a creditor's, to which it is paid, or the insurer's own, from
-- which it pays. It is known with its approval.
create table bank_account_proposal (
    id              uuid        primary key,
    uzovi           uzovi       not null,
    agb             agb,
    rho             text,
    -- The account in the ledger whose money goes through this bank account.
    owner           text        collate "C" not null generated always as (case
        when agb is not null then 'creditor:' || uzovi || ':agb:' || agb
        when rho is not null then 'creditor:' || uzovi || ':rho:' || rho
        else 'bank:' || uzovi end) stored,
    valid_from      date        not null,
    -- An account can end without another that follows: its owner is held from then on.
    valid_until     date,
    iban            text        not null,
    holder_name     text        not null,
    street          text        not null,
    building_number text        not null,
    post_code       text        not null,
    town            text        not null,
    country         text        not null,
    evidence        text        not null,
    evidence_digest sha256      not null,
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    approved_by     text,
    approved_at     timestamptz,

    constraint an_account_is_of_one_owner check (num_nonnulls(agb, rho) <= 1),
    constraint an_rho_is_named_plainly check (rho ~ '^[^:|]+$'),
    constraint a_proposed_account_is_in_force_on_a_day check (valid_until > valid_from),
    constraint the_check_digits_of_an_iban_hold check (iban_holds(iban)),
    -- Pair assertion of Iban.inSepa: a transfer in euro reaches no other account (D50).
    constraint an_account_is_in_sepa check (substr(iban, 1, 2) in (
        'AD', 'AL', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GI', 'GR', 'HR',
        'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO',
        'RS', 'SE', 'SI', 'SK', 'SM', 'VA')),
    constraint an_account_is_approved_by_another check (approved_by <> proposed_by),
    constraint an_account_approval_is_whole check ((approved_by is null) = (approved_at is null))
);
-- An insurer's accounts, and the history of one owner.
create index bank_account_proposal_by_insurer on bank_account_proposal (uzovi, id);
create index bank_account_proposal_by_owner on bank_account_proposal (owner);
create trigger bank_account_proposal_is_kept before delete or truncate on bank_account_proposal
    for each statement execute function refuse_change();
create trigger bank_account_proposal_is_audited after insert or update or delete on bank_account_proposal
    for each row execute function note_change('id');

grant select, insert on bank_account_proposal to ${applicationRole};
grant update (approved_by, approved_at) on bank_account_proposal to ${applicationRole};

-- The accounts on two axes: the days on which one is in force, and the moments from and until which that was known.
create table bank_account (
    id          uuid      primary key,
    proposal_id uuid      not null references bank_account_proposal,
    owner       text      collate "C" not null,
    valid       daterange not null,
    known       tstzrange not null,

    constraint an_account_is_in_force_on_a_day check (not isempty(valid) and not lower_inf(valid)),
    constraint an_account_is_known_at_a_moment check (not isempty(known) and not lower_inf(known)),
    constraint one_account_per_day_and_moment exclude using gist (owner with =, valid with &&, known with &&)
);
create index bank_account_by_proposal on bank_account (proposal_id);
create trigger bank_account_is_kept before delete or truncate on bank_account
    for each statement execute function refuse_change();

grant select, insert on bank_account to ${applicationRole};
grant update (known) on bank_account to ${applicationRole};
