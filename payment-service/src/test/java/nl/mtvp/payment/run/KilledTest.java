package nl.mtvp.payment.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * P8: computing and posting, killed at random points by ending their connection, are whole or absent, and end in the same
 * amounts, inputs and digests.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class KilledTest {

    private static final Logger LOG = Logger.getLogger(KilledTest.class);
    private static final String UZOVI = "6401";
    /** More than are read at once: some kills come between two batches. */
    private static final int CONTRACTS = 1_010;

    private static final int LATE_MILLIS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PaymentApi api = new PaymentApi(UZOVI);

    @Inject
    ContractEvents contracts;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    private Jdbi superuser;
    private TestClock clock;

    @Test
    void P8_computing_and_posting_killed_at_random_points_are_whole_or_absent_and_end_in_the_same() {
        long seed = Long.getLong("mtvp.seed", System.nanoTime());
        LOG.infof("kills with seed %d (repeat with -Dmtvp.seed)", seed);
        var random = new Random(seed);
        superuser = Jdbi.create(url, "postgres", "postgres");
        clock = TestClock.at("2023-07-10");
        // A connection that is killed just after its commit fails whoever has it next, which is tried again after a
        // while.
        api.whileWaiting(() -> clock.move(Duration.ofMinutes(1)));
        prepare();
        int kills = 0;
        for (int round = 1; kills < Scale.of(6, 20); round++) {
            api.tariff("2023-04-01", "2.%02d".formatted(round));
            var expected =
                    api.preview("2023-Q3").body("lines", is(2 * CONTRACTS)).extract();
            String run = api.startRun("2023-Q3").statusCode(201).extract().path("id");
            kills += killed("payment_line", random);
            wholeOrAbsent(run, expected.path("lines"));
            until(run, "DRAFT");
            api.getRun(run)
                    .body("proposalHash", is(expected.<String>path("proposalHash")))
                    .body("totalsPerQuarter", is(expected.<List<?>>path("totalsPerQuarter")));
            api.acknowledgeWarnings(run);
            api.approveRun(run, expected.path("proposalHash")).statusCode(201);
            kills += killed("ledger_entry", random);
            bookedOrNot(run, expected.path("lines"));
            until(run, "POSTED");
            assertEquals(expected.<Integer>path("lines").longValue(), entries(run));
            api.recomputed(run).body("equal", is(true));
        }
        api.auditor()
                .contentType("application/json")
                .body(Map.of("uzovi", UZOVI))
                .post("/v1/postings/verifications")
                .then()
                .body("intact", is(true));
        LOG.infof("%d kills", kills);
    }

    private void prepare() {
        var patients = new TreeMap<String, Integer>();
        for (int i = 0; i < CONTRACTS; i++) {
            var agb = "0164%04d".formatted(i);
            contracts.accepted(UZOVI, agb, "2023-04-01");
            patients.put(agb, 1 + i % 7);
        }
        api.deliver("2023-04-01", Registrations.of(patients));
        api.deliver("2023-07-01", Registrations.of(patients));
    }

    /** Ends the connection that writes into a table, some time after it has begun to; 0 when it was done before. */
    private int killed(String table, Random random) {
        var late = Duration.ofNanos(random.nextInt(LATE_MILLIS) * 1_000_000L);
        return superuser.withHandle(handle -> {
            var until = System.nanoTime() + Duration.ofMillis(500).toNanos();
            var at = System.nanoTime() + late.toNanos();
            while (System.nanoTime() < until) {
                int ended = System.nanoTime() < at
                        ? 0
                        : handle.createQuery(
                                        """
                                select count(pg_terminate_backend(pid)) from (
                                    select distinct l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
                                    where l.relation = cast(:table as regclass) and l.mode = 'RowExclusiveLock'
                                      and a.usename = 'app') w
                                """)
                                .bind("table", table)
                                .mapTo(Integer.class)
                                .one();
                if (ended > 0) {
                    return 1;
                }
            }
            return 0;
        });
    }

    private void wholeOrAbsent(String run, int lines) {
        await().atMost(PATIENCE).until(() -> nobodyWrites("payment_line"));
        assertEquals(
                state(run).equals("COMPUTING") ? 0L : lines,
                count("payment_line where run_id = cast(:run as uuid)", run));
    }

    private void bookedOrNot(String run, int lines) {
        await().atMost(PATIENCE).until(() -> nobodyWrites("ledger_entry"));
        assertEquals(state(run).equals("APPROVED") ? 0L : lines, entries(run));
    }

    private void until(String run, String state) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            // What failed is tried again after a while.
            clock.move(Duration.ofMinutes(1));
            return state(run).equals(state);
        });
    }

    private String state(String run) {
        return api.getRun(run).extract().path("state");
    }

    private long entries(String run) {
        return count(
                "ledger_entry where line_id in (select id from payment_line where run_id = cast(:run as uuid))", run);
    }

    private long count(String what, String run) {
        return superuser.withHandle(handle -> handle.createQuery("select count(*) from " + what)
                .bind("run", run)
                .mapTo(Long.class)
                .one());
    }

    private boolean nobodyWrites(String table) {
        return superuser.withHandle(handle -> handle.createQuery(
                        """
                        select not exists (select from pg_locks
                                           where relation = cast(:table as regclass) and mode = 'RowExclusiveLock')
                        """)
                .bind("table", table)
                .mapTo(Boolean.class)
                .one());
    }
}
