-- Everything of one insurer: facts, runs with lines and parts, entries, and the seals over them.
create table bench.practice_${uzovi} as
select p as practice, to_char(1000000 + p, 'FM00000000') as agb, 'rho-' || p % 50 as rho,
    bench.id(bench.half('2023-04-02'), ${insurer} * 100000 + p) as contract
from generate_series(1, ${practices}) p;
insert into contract (id, uzovi, agb, kvk, rho, region, valid, known, known_at_source)
select contract, '${uzovi}', agb, agb, rho, 'region-' || rho, '[2023-04-01,)', '[2023-04-02,)', '2023-04-02'
from bench.practice_${uzovi};
insert into contract_holder (id, contract_id, uzovi, agb, kvk, valid, known, first_known_at, known_at_source)
select id, id, uzovi, agb, kvk, valid, known, lower(known), known_at_source from contract where uzovi = '${uzovi}';
insert into rho_share (id, contract_id, uzovi, rho, ten_thousandths, valid, known, first_known_at, known_at_source)
select id, id, uzovi, rho, 1250, valid, known, lower(known), known_at_source from contract where uzovi = '${uzovi}';

insert into tariff_proposal (id, uzovi, valid, euro, ground, lowers, proposed_by, proposed_at, approved_by, approved_at)
select bench.id(tariff, ${insurer}), '${uzovi}', daterange(day, until), 2.88 + newer * 0.07, 'made for measuring', false, 'buyer',
    tariff_at, 'approver', tariff_at
from bench.known;
insert into tariff (id, proposal_id, uzovi, valid, known, first_known_at, euro)
select p.id, p.id, p.uzovi, p.valid,
    tstzrange(p.approved_at, lead(p.approved_at) over (partition by p.valid order by p.approved_at)), p.approved_at, p.euro
from tariff_proposal p where p.uzovi = '${uzovi}';

insert into ion_delivery (id, uzovi, peildatum, row_count, content_digest, announced_by, announced_at, status, content_bytes,
    completed_at, finished_at, known, accepted, refused, duplicate, evidence_digest)
select bench.id(delivered, ${insurer}), '${uzovi}', day, 1, sha256(cast('' as bytea)), 'buyer', delivered_at, 'ACCEPTED', 1,
    delivered_at, delivered_at,
    tstzrange(delivered_at, lead(delivered_at) over (partition by quarter order by newer)), 1, 0, 0, sha256(cast('' as bytea))
from bench.known;
insert into ion_count (delivery_id, agb, ion)
select bench.id(k.delivered, ${insurer}), p.agb, bench.ion(${insurer}, p.practice, k.quarter, k.newer)
from bench.known k cross join bench.practice_${uzovi} p;

insert into payment_run (id, uzovi, quarter, state, cut_off, proposal_hash, made_by, made_at, approved_by, approved_at,
    posted_at)
select bench.id(run, ${insurer}), '${uzovi}', day, 'POSTED', run_at, sha256(cast('' as bytea)), 'buyer', run_at, 'approver', run_at,
    run_at + interval '1 hour'
from bench.known where newer = 0;

insert into payment_line (id, run_id, uzovi, contract_id, agb, quarter, facts, due_practice, due_rho, previous_line_id)
select bench.id(l.run, (${insurer} * 100000 + p.practice) * 2 + l.newer), bench.id(l.run, ${insurer}), '${uzovi}', p.contract, p.agb,
    l.day,
    cast('{"holder":{"agb":"' || p.agb || '","source":' || p.source || '},"count":{"ion":' || i.ion || ',"source":{"id":"' || l.delivery || '","knownAt":"' || l.delivered_at || '"}}' || l.priced
        || ',"source":{"id":"' || l.proposal || '","knownAt":"' || l.tariff_at || '"}},"inForce":{"from":"2023-04-01","sources":['
        || p.source || ']},"clawbacks":[],"share":{"rho":"' || p.rho || '","tenThousandths":1250,"source":' || p.source || '}}'
        as jsonb),
    d.due - bench.share(d.due), bench.share(d.due),
    case l.newer when 1 then bench.id(l.run_before, (${insurer} * 100000 + p.practice) * 2) end
from (select run_quarter, quarter, newer, day, run, run_before, priced, bench.id(delivered, ${insurer}) as delivery,
        bench.id(tariff, ${insurer}) as proposal, to_json(delivered_at) #>> '{}' as delivered_at,
        to_json(tariff_at) #>> '{}' as tariff_at
    from bench.line order by run_quarter, newer offset 0) l
cross join (select practice, agb, rho, contract,
        '{"id":"' || contract || '","knownAt":"2023-04-02T00:00:00Z","sourceKnownAt":"2023-04-02T00:00:00Z"}' as source
    from bench.practice_${uzovi} offset 0) p
cross join lateral (select bench.ion(${insurer}, p.practice, l.quarter, l.newer) as ion) i
cross join lateral (select i.ion * (288 + 7 * l.newer) as due) d;

insert into payment_part (line_id, number, cause, component, cents)
select bench.id(l.run, (${insurer} * 100000 + p.practice) * 2 + l.newer), v.number, v.cause, v.component, v.cents
from (select run, quarter, newer from bench.line order by run_quarter, newer offset 0) l
cross join bench.practice_${uzovi} p
cross join lateral (select bench.ion(${insurer}, p.practice, l.quarter, 0) as before,
    bench.ion(${insurer}, p.practice, l.quarter, 1) as after offset 0) i
cross join lateral (select i.before * 288 as first, i.after * 288 as counted, i.after * 295 as priced offset 0) d
cross join lateral (values
    (0, 1, 'REGULAR', 'PRACTICE', d.first - bench.share(d.first)),
    (0, 2, 'REGULAR', 'RHO', bench.share(d.first)),
    (1, 1, 'ION_CORRECTION', 'PRACTICE', d.counted - bench.share(d.counted) - d.first + bench.share(d.first)),
    (1, 2, 'ION_CORRECTION', 'RHO', bench.share(d.counted) - bench.share(d.first)),
    (1, 3, 'TARIFF_REVISION', 'PRACTICE', d.priced - bench.share(d.priced) - d.counted + bench.share(d.counted)),
    (1, 4, 'TARIFF_REVISION', 'RHO', bench.share(d.priced) - bench.share(d.counted)))
    as v (newer, number, cause, component, cents)
where v.newer = l.newer;

-- As the service books a run: one entry for each part.
insert into ledger_entry (posting_id, number, uzovi, agb, contract_id, quarter, cause, component, debit, credit, cents, line_id)
select l.run_id, row_number() over (partition by l.run_id order by l.contract_id, l.quarter, p.number), l.uzovi, l.agb,
    l.contract_id, l.quarter, p.cause, p.component,
    case when p.cents > 0 then 'scheme:${uzovi}' else a.creditor end,
    case when p.cents > 0 then a.creditor else 'scheme:${uzovi}' end, abs(p.cents), l.id
from (select id, run_id, uzovi, agb, contract_id, quarter, facts -> 'share' ->> 'rho' as rho
    from payment_line where uzovi = '${uzovi}' offset 0) l
join payment_part p on p.line_id = l.id
cross join lateral (select case p.component when 'PRACTICE' then 'creditor:${uzovi}:agb:' || l.agb
    else 'creditor:${uzovi}:rho:' || l.rho end as creditor) a;

do $$
declare
    r record;
    previous bytea := '\x0000000000000000000000000000000000000000000000000000000000000000';
    place bigint := 0;
    sum record;
begin
    for r in select id, posted_at from payment_run where uzovi = '${uzovi}' order by quarter loop
        select count(*) as entries,
            sha256(convert_to(string_agg(canonical_line(e), '' order by e.number), 'UTF8')) as digest
        into sum from ledger_entry e where e.posting_id = r.id;
        place := place + 1;
        insert into posting (id, uzovi, number, kind, run_id, entries, digest, previous_head, head, booked_at)
        values (r.id, '${uzovi}', place, 'RUN', r.id, sum.entries, sum.digest, previous, sha256(previous || sum.digest),
            r.posted_at);
        previous := sha256(previous || sum.digest);
    end loop;
end
$$;
insert into fact_clock (uzovi, last_known, last_fact)
select '${uzovi}', max(known_at) + interval '1 day', max(known_at)
from (select run_at as known_at from bench.known union all select tariff_at from bench.known) k;
drop table bench.practice_${uzovi};
