-- Made by the benchmark alone, and dropped when all is there.
create schema bench;

-- Identifiers in the order of a moment and a number, like those of the service: the first half of each is made once.
create function bench.half(moment timestamptz) returns text language sql stable as $$
    select lpad(to_hex(cast(extract(epoch from moment) * 1000 as bigint)), 12, '0') || '70008000'
$$;
create function bench.id(half text, number bigint) returns uuid language sql immutable as $$
    select cast(half || lpad(to_hex(number), 12, '0') as uuid)
$$;
-- How many patients a practice has with an insurer: two fewer than was first delivered.
create function bench.ion(insurer int, practice int, quarter int, newer int) returns bigint language sql immutable as $$
    select 200 + (practice * 7 + insurer * 31 + quarter * 13) % 300 - 2 * newer
$$;
create function bench.share(due bigint) returns bigint language sql immutable as $$
    select (2 * due * 1250 + 10000) / 20000
$$;

-- A quarter's run is made on its 40th day. What was wrong in the quarter (newer = 1) becomes known before the next one.
create table bench.known as
select q as quarter, newer, day, cast(day + interval '3 months' as date) as until, run_at, bench.half(run_at) as run,
    delivered_at, bench.half(delivered_at) as delivered, tariff_at, bench.half(tariff_at) as tariff
from generate_series(0, ${quarters} - 1) q
cross join generate_series(0, 1) newer
cross join lateral (select cast(date '2023-04-01' + q * interval '3 months' as date) as day) d
cross join lateral (select cast(day + 40 as timestamp) at time zone 'UTC' as run_at) r
cross join lateral (select run_at + interval '1 hour' + (newer * 75 - 30) * interval '1 day' as delivered_at) k
cross join lateral (select delivered_at + interval '1 hour' as tariff_at) t;

-- What a run says: a line for its own quarter, and one for what was wrong in the quarter before.
create table bench.line as
select r.quarter as run_quarter, r.run, q.quarter, q.newer, q.day, q.delivered, q.delivered_at, q.tariff, q.tariff_at,
    case q.newer when 1 then q.run end as run_before,
    ',"quarter":"' || to_char(q.day, 'YYYY-"Q"Q') || '","tariff":{"centsPerIon":' || 288 + 7 * q.newer as priced
from bench.known r
join (select quarter, newer, day, delivered, delivered_at, tariff, tariff_at, run from bench.known) q
    on q.quarter = r.quarter - q.newer
where r.newer = 0;
