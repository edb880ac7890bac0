package nl.mtvp.suite.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import nl.mtvp.suite.common.Sql;

/**
 * Facts of an insurer for a benchmark of runs, written straight into payment-service's database as its feed and its
 * deliveries would leave them: contracts from the first quarter on, and registrations for each peildatum.
 */
final class Agreed {

    static final LocalDate FIRST = LocalDate.of(2023, 4, 1);
    static final int QUARTERS = 12;

    private static final int ION_LEAST = 1_500;
    private static final int ION_SPREAD = 3_000;

    private static final String CONTRACTS =
            """
            insert into contract (id, uzovi, agb, kvk, rho, region, valid, known, known_at_source)
            select cast('01900000-%1$s-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), '%1$s',
                   '01' || lpad(cast(n as text), 6, '0'), lpad(cast(n as text), 8, '0'), 'voorbeeld', 'voorbeeld',
                   daterange('%2$s', null), tstzrange('2023-04-01T06:00Z', null), '2023-04-01T05:00Z'
            from generate_series(1, %3$d) n
            """;

    private static final String HOLDERS =
            """
            insert into contract_holder (id, contract_id, uzovi, agb, kvk, valid, known, first_known_at, known_at_source)
            select id, id, uzovi, agb, kvk, valid, known, lower(known), known_at_source from contract where uzovi = '%1$s'
            """;

    private static final String DELIVERIES =
            """
            insert into ion_delivery (id, uzovi, peildatum, row_count, content_digest, announced_by, announced_at, status,
                content_bytes, completed_at, finished_at, known, accepted, refused, duplicate, evidence_digest)
            select cast('01900001-%1$s-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), '%1$s',
                   cast(date '%2$s' + n * interval '3 months' as date), 0, sha256(cast('' as bytea)), 'benchmark', '2023-04-01T06:00Z',
                   'ACCEPTED', 0, '2023-04-01T06:00Z', '2023-04-01T06:00Z', tstzrange('2023-04-01T06:00Z', null),
                   0, 0, 0, sha256(cast('' as bytea))
            from generate_series(0, %3$d) n
            """;

    private static final String COUNTS =
            """
            insert into ion_count (delivery_id, agb, ion)
            select d.id, c.agb, %2$d + (cast(c.agb as bigint) * 7919 + extract(month from d.peildatum)) %% %3$d
            from ion_delivery d join contract c on c.uzovi = d.uzovi where d.uzovi = '%1$s'
            """;

    private static final String CLOCK =
            """
            insert into fact_clock (uzovi, last_known, last_fact)
            values ('%1$s', '2023-04-01T06:00Z', '2023-04-01T06:00Z')
            """;

    private Agreed() {}

    static void write(Connection connection, String uzovi, int contracts) throws SQLException {
        Sql.execute(
                connection,
                CONTRACTS.formatted(uzovi, FIRST, contracts),
                HOLDERS.formatted(uzovi),
                DELIVERIES.formatted(uzovi, FIRST, QUARTERS - 1),
                COUNTS.formatted(uzovi, ION_LEAST, ION_SPREAD),
                CLOCK.formatted(uzovi),
                "vacuum analyze contract, contract_holder, ion_delivery, ion_count");
    }

    /** All registrations of all peildata together. */
    static long ion(Connection connection, String uzovi) throws SQLException {
        var query =
                "select sum(ion) from ion_count where delivery_id in (select id from ion_delivery where uzovi = '%s')";
        return Long.parseLong(Sql.strings(connection, query.formatted(uzovi)).get(0));
    }
}
