package nl.mtvp.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TokenResource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** D48: each table either only grows, or its changes are recorded, or it stands here with the reason why neither. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FencesTest {

    /** As pg_trigger.tgtype says them. */
    private static final int DELETE = 8;

    private static final int UPDATE = 16;
    private static final int TRUNCATE = 32;

    /** What must only grow, whatever else does. */
    private static final Set<String> EVIDENCE = Set.of(
            "ledger_entry",
            "posting",
            "payment_line",
            "payment_part",
            "ion_count",
            "ion_refusal",
            "audit_record",
            "audit_seal",
            "event",
            "event_position",
            "inbox",
            "person_name");

    /** Changed without a record of who did it, for a reason. */
    private static final Set<String> NO_DEED_OF_ANYBODY = Set.of(
            // Entered by migration; the service only reads it.
            "maximum_tariff",
            "tariff_segment",
            // Bookkeeping of moments, positions, keys and of what waits for its place.
            "fact_clock",
            "fact_clock_floor",
            "idempotent_request",
            "feed_position",
            "event_unplaced",
            "audit_unsealed",
            "audit_change",
            // The other time axis of an approved proposal, or of a delivery: each row says since when and until when.
            "tariff",
            "bank_account",
            "ion_mass_move",
            // Work under way, and files that a rule removed: each says when.
            "ion_delivery_progress",
            "ion_evidence_removal",
            // A run's computation, told with the run, whose proposal names its hash.
            "computation",
            "computation_progress",
            // Learned from contract-service: the inbox, which only grows, has the events.
            "contract",
            "contract_holder",
            "contract_stop",
            "contract_end",
            "contract_offset",
            "rho_share",
            "clawback");

    @Inject
    Jdbi jdbi;

    @Test
    void D48_evidence_is_neither_updated_nor_deleted_nor_truncated_by_application_or_owner() {
        var growing = tables("refuse_change", UPDATE | DELETE | TRUNCATE);
        assertTrue(growing.containsAll(EVIDENCE), "without a fence: " + without(EVIDENCE, growing));
        for (var table : tables("refuse_change", DELETE | TRUNCATE)) {
            refused("delete from " + table);
            refused("truncate " + table + " cascade");
        }
        for (var table : growing) {
            var column = firstColumn(table);
            refused("update " + table + " set " + column + " = " + column);
        }
    }

    private static void refused(String statement) {
        Sql.refused(Sql.NOT_GRANTED, Sql.APP, statement);
        Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, statement);
    }

    @Test
    void every_table_only_grows_or_its_changes_are_recorded() {
        var accounted = new HashSet<>(tables("refuse_change", UPDATE | DELETE | TRUNCATE));
        accounted.addAll(tables("note_change", 0));
        accounted.addAll(NO_DEED_OF_ANYBODY);
        assertEquals(
                Set.of(),
                without(tables(), accounted),
                "put refuse_change on it when it is evidence, note_change when somebody's deeds change it");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private Set<String> tables() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and not relispartition and relname <> 'flyway_schema_history'
                        """)
                .mapTo(String.class)
                .set());
    }

    /** Those with a trigger of this function on at least these events. */
    private Set<String> tables(String triggerFunction, int events) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select distinct c.relname
                        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                        where p.proname = :function and t.tgtype & :events = :events and c.relnamespace = 'public'::regnamespace
                        """)
                .bind("function", triggerFunction)
                .bind("events", events)
                .mapTo(String.class)
                .set());
    }

    private String firstColumn(String table) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select quote_ident(attname) from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                          and attgenerated = '' and attidentity = '' order by attnum limit 1
                        """)
                .bind("table", table)
                .mapTo(String.class)
                .one());
    }
}
