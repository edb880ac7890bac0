-- Who did what, for an auditor: records of commands and jobs, chained like the ledger. The application reads records and
-- writes none: functions of the owner do, from the changes that triggers note.

-- One record for each transaction of a command or job, in that transaction, with the rows that it changed as they were
-- before and after. It only grows, and is chained after the commit (audit_seal).
create table audit_record (
    sequence    bigint      generated always as identity primary key,
    id          uuid        not null unique,
    recorded_at timestamptz not null,
    -- Null when no request asked for it: a job, or plain SQL.
    subject     text,
    client      text        not null,
    roles       text[]      not null,
    request_id  text,
    operation   text        not null,
    uzovi       uzovi,
    resource    text,
    before      jsonb       not null,
    after       jsonb       not null
);
-- What somebody did, and what befell something.
create index audit_record_by_subject on audit_record (subject, sequence);
create index audit_record_by_resource on audit_record (resource, sequence);
create trigger audit_record_only_grows before update or delete or truncate on audit_record
    for each statement execute function refuse_change();

grant select on audit_record to ${applicationRole};

-- Committed together with its record, taken away by whoever seals it.
create table audit_unsealed (
    sequence bigint primary key references audit_record
);

grant select, delete on audit_unsealed to ${applicationRole};

-- A record's place in the chain, given after the commit like an event's position in the feed.
create table audit_seal (
    position      bigint primary key check (position > 0),
    sequence      bigint not null unique references audit_record,
    digest        sha256 not null,
    previous_head sha256 not null,
    head          sha256 not null,

    constraint the_audit_chain_does_not_fork unique (previous_head),
    constraint the_audit_head_seals_the_digest check (head = sha256(previous_head || digest))
);
create trigger audit_seal_only_grows before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();

grant select, insert on audit_seal to ${applicationRole};

-- What the running transaction changed so far. Never seen by anybody else: its record takes it up before the commit.
create table audit_change (
    sequence  bigint generated always as identity primary key,
    record_id uuid not null,
    what      text not null,
    before    jsonb,
    after     jsonb
);
create index audit_change_by_record on audit_change (record_id, what, sequence);

-- No IBAN and no BSN in clear, wherever somebody may have typed one; numbers as text, so that no cent is ever a float. A
-- pseudonym is nobody's name and still says who: it stays out of the records, wherever an answer has one.
create function audit_masked(value jsonb) returns jsonb language plpgsql immutable as $$
begin
    return case jsonb_typeof(value)
        when 'object' then (select coalesce(jsonb_object_agg(p.key,
                case when p.key = 'pseudonym' and p.value <> 'null' then to_jsonb(text '........') else audit_masked(p.value) end),
            '{}') from jsonb_each(value) p)
        when 'array' then (select coalesce(jsonb_agg(audit_masked(e.value) order by e.ordinality), '[]')
            from jsonb_array_elements(value) with ordinality e)
        when 'number' then to_jsonb(value #>> '{}')
        when 'string' then to_jsonb(regexp_replace(regexp_replace(value #>> '{}',
            '\m([A-Z]{2})[0-9]{2}(?: ?[A-Z0-9]{4}){2,6} ?([A-Z0-9]{1,4})\M', '\1..\2', 'g'),
            '(?<![0-9A-Za-z.,:/-])[0-9]{9}(?![0-9A-Za-z:/-]|[.,][0-9])', '.........', 'g'))
        else value
    end;
end
$$;

-- Put on a table as a row trigger, with the name of its key, and those of columns that say nothing to an auditor.
create function note_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare
    noted text := current_setting('mtvp.audit_record', true);
    was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - tg_argv[1:] end;
    became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - tg_argv[1:] end;
begin
    if was is distinct from became then
        if coalesce(noted, '') = '' then
            noted := gen_random_uuid();
            perform set_config('mtvp.audit_record', noted, true);
        end if;
        insert into audit_change (record_id, what, before, after) values (cast(noted as uuid),
            tg_table_name || '/' || (coalesce(became, was) ->> tg_argv[0]), audit_masked(was), audit_masked(became));
    end if;
    return null;
end
$$;

-- The record of this transaction: what its changes come to, the first row before and the last row after each. Where no
-- audited row changed, the command's answer tells what came of it.
create function record_command(moment timestamptz, subject text, client text, roles text[], request_id text, operation text,
    resource text, uzovi text, answer jsonb) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    this_one uuid := coalesce(cast(nullif(current_setting('mtvp.audit_record', true), '') as uuid), gen_random_uuid());
begin
    with gone as (delete from audit_change c where c.record_id = this_one returning c.sequence, c.what, c.before, c.after),
    was as (select distinct on (what) what, before from gone order by what, sequence),
    became as (select distinct on (what) what, after from gone order by what, sequence desc),
    owners as (select min(g.owner) as only_one from (select coalesce(after, before) ->> 'uzovi' as owner from gone) g
        having count(distinct g.owner) = 1),
    added as (
        insert into audit_record (id, recorded_at, subject, client, roles, request_id, operation, uzovi, resource, before,
            after)
        select this_one, moment, subject, client, roles, request_id, operation,
            coalesce((select only_one from owners), uzovi,
                case when answer ->> 'uzovi' ~ '^[0-9]{4}$' then answer ->> 'uzovi' end), resource,
            coalesce((select jsonb_object_agg(w.what, w.before) from was w where w.before is not null), '{}'),
            coalesce((select jsonb_object_agg(b.what, b.after) from became b where b.after is not null),
                case when exists (select from gone) then '{}' else jsonb_build_object('answer', audit_masked(answer)) end)
        returning sequence)
    insert into audit_unsealed select n.sequence from added n;
    perform set_config('mtvp.audit_record', '', true);
end
$$;

revoke execute on function record_command from public;
grant execute on function record_command to ${applicationRole};

-- Nobody changes an audited row without a record: who did it past the service is noted by the name of their role.
create function record_unclaimed_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    if exists (select from audit_change where sequence = new.sequence) then
        perform set_config('mtvp.audit_record', cast(new.record_id as text), true);
        perform record_command(clock_timestamp(), null, session_user, '{}', null, 'sql', null, null, null);
    end if;
    return null;
end
$$;
create constraint trigger every_change_has_a_record after insert on audit_change deferrable initially deferred
    for each row execute function record_unclaimed_change();
