package nl.mtvp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TokenResource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** D27: what was said and decided only grows; every other table stands here with the reason why it does not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FencesTest {

    private static final Set<String> CHANGING = Set.of(
            // What a contract, an offer or a proposal says stays, by what is granted; only its course is written down.
            "contract",
            "offer",
            "following_proposal",
            // Only their end may come later.
            "rho_share",
            "insurer_label",
            "insurer_scheme",
            // Replaced as a whole, by version.
            "following_policy",
            // Never changed, by what is granted: facts of public registers.
            "insurer",
            "enterprise",
            "practice",
            // What becomes of a message changes; what it says is fenced by a trigger of its own.
            "portal_message",
            // Follow from fenced tables, by triggers and nothing else.
            "contract_holding",
            "contract_offset_days",
            "existing_agreement_days",
            // Projections of the inbox, and bookkeeping.
            "regioplan_version",
            "regioplan_region",
            "admission",
            "idempotent_request",
            "feed_position",
            "event_unplaced");

    /** What may be written down of the course of things, and by that nothing else. */
    private static final Map<String, Set<String>> CHANGEABLE = Map.of(
            "contract",
            Set.of("stop_id", "stopped_from", "end_id", "ended_from", "succession_id", "annulment_id", "annulled_at"),
            "offer",
            Set.of(
                    "state",
                    "closed_at",
                    "closed_by",
                    "closed_reason",
                    "closed_through",
                    "handed_over_at",
                    "version",
                    "expires_at"),
            "following_proposal",
            Set.of("state", "closed_at", "closed_by", "closed_reason"),
            "rho_share",
            Set.of("share_until", "end_reason", "ended_by", "ended_with", "ended_at"),
            "portal_message",
            Set.of("state", "attempts", "next_attempt_at", "claimed_until", "settled_at", "problem_code", "problem"),
            "practice",
            Set.of(),
            "contract_holding",
            Set.of(),
            "contract_offset_days",
            Set.of(),
            "existing_agreement_days",
            Set.of());

    @Inject
    Jdbi jdbi;

    @Test
    void D27_evidence_is_neither_updated_nor_deleted_nor_truncated_by_application_or_owner() {
        var growing = new TreeSet<>(tables());
        growing.removeAll(CHANGING);
        for (var table : growing) {
            refused("delete from " + table);
            refused("truncate " + table + " cascade");
            var column = firstColumn(table);
            refused("update " + table + " set " + column + " = " + column);
        }
    }

    @Test
    void D27_what_a_contract_an_offer_and_a_message_say_is_not_for_the_application_to_change_or_erase() {
        for (var table : CHANGEABLE.keySet()) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "delete from " + table);
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "truncate " + table + " cascade");
            assertEquals(CHANGEABLE.get(table), changeable(table), table);
        }
    }

    private static void refused(String statement) {
        Sql.refused(Sql.NOT_GRANTED, Sql.APP, statement);
        Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, statement);
    }

    private Set<String> tables() {
        return texts(
                """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                """);
    }

    /** The columns that were granted to the service for update. */
    private Set<String> changeable(String table) {
        return texts("select attname from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0"
                + " and not attisdropped and has_column_privilege('app', attrelid, attnum, 'UPDATE')");
    }

    private String firstColumn(String table) {
        return texts("select attname from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0"
                        + " and not attisdropped and attidentity = '' order by attnum limit 1")
                .iterator()
                .next();
    }

    private Set<String> texts(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).set());
    }
}
