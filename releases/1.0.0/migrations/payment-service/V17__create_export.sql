-- A moment as an auditor's export tells it: in UTC, to the microsecond.
create function in_utc(moment timestamptz) returns text language sql stable as $$
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
