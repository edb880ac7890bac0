-- What a posting of a run comes to. Written in the posting's transaction, before its seal takes the insurer's clock, by a
-- function of the owner: the application cannot write another figure than the entries'.

-- The sum per creditor, for statements (D52). A practice has one for each run with a line about it, also where nothing is
-- booked (D45); an RHO for each run in which its share moves.
create table statement (
    posting_id uuid   not null references posting deferrable initially deferred,
    -- agb:<AGB> or rho:<RHO>, as in the ledger's accounts.
    creditor   text   collate "C" not null,
    uzovi      uzovi  not null,
    agb        agb,
    rho        text,
    lines      bigint not null check (lines > 0),
    cents      bigint not null,

    primary key (posting_id, creditor),
    constraint a_statement_is_for_a_practice_or_an_rho
        check (creditor = case when rho is null then 'agb:' || agb else 'rho:' || rho end
            and (agb is null) <> (rho is null))
);
create index statement_by_insurer on statement (uzovi, posting_id, creditor);
create index statement_by_practice on statement (agb, posting_id) where agb is not null;
create index statement_by_rho on statement (rho, posting_id) where rho is not null;
create trigger statement_only_grows before update or delete or truncate on statement
    for each statement execute function refuse_change();

grant select on statement to ${applicationRole};

-- The sum per quarter, region and component, for the national frame (D55). The region is that of the contract as it is
-- known when the run is booked.
create table posting_total (
    posting_id uuid      not null references posting deferrable initially deferred,
    uzovi      uzovi     not null,
    quarter    peildatum not null,
    region     text      not null,
    component  text      not null check (component in ('PRACTICE', 'RHO')),
    cents      bigint    not null,

    primary key (posting_id, quarter, region, component)
);
-- What falls into a year, of one insurer or of all.
create index posting_total_by_quarter on posting_total (quarter, uzovi);
create trigger posting_total_only_grows before update or delete or truncate on posting_total
    for each statement execute function refuse_change();

grant select on posting_total to ${applicationRole};

-- Sums up a posting whose entries are written and whose seal is not yet.
create function sum_up(posting uuid, run uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
    insert into statement (posting_id, creditor, uzovi, agb, lines, cents)
    select sum_up.posting, 'agb:' || l.agb, l.uzovi, l.agb, l.lines, coalesce(e.cents, 0)
    from (select uzovi, agb, count(*) as lines from payment_line where run_id = sum_up.run group by uzovi, agb) l
    left join (select agb, sum(amount) as cents from ledger_entry
               where posting_id = sum_up.posting and component = 'PRACTICE' group by agb) e on e.agb = l.agb;

    insert into statement (posting_id, creditor, uzovi, rho, lines, cents)
    select sum_up.posting, 'rho:' || rho_of(debit, credit), uzovi, rho_of(debit, credit), count(distinct line_id),
           sum(amount)
    from ledger_entry where posting_id = sum_up.posting and component = 'RHO'
    group by uzovi, rho_of(debit, credit);

    insert into posting_total (posting_id, uzovi, quarter, region, component, cents)
    select e.posting_id, e.uzovi, e.quarter, c.region, e.component, sum(e.amount)
    from ledger_entry e join contract c on c.id = e.contract_id
    where e.posting_id = sum_up.posting
    group by e.posting_id, e.uzovi, e.quarter, c.region, e.component;
$$;

revoke execute on function sum_up from public;
grant execute on function sum_up to ${applicationRole};
