package nl.mtvp.payment.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.fact.db.FactClock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D54: recording times of one insurer rise in the order of commits, with real connections that race. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FactClockTest {

    private static final Instant EARLY = Instant.parse("2023-05-01T10:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    @Inject
    FactClock clock;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void beginAnew() {
        jdbi.useHandle(handle -> handle.execute("update fact_clock_floor set last_known = '-infinity'"));
    }

    @Test
    void D54_writers_that_commit_in_reverse_order_of_their_begins_do_not_change_an_answer() throws Exception {
        var uzovi = new Uzovi("9001");
        try (var slow = new OpenTransaction()) {
            slow.in(() -> sql.query("select 1").mapTo(Integer.class).one());
            // The slow writer began first, and took its reading of the clock then.
            var fastKnown = transactions.run(() -> clock.record(uzovi, LATE));

            var asked = LATE.plusSeconds(1);
            var now = LATE.plusSeconds(2);
            assertEquals(asked, answered(uzovi, asked, now));

            var slowKnown = slow.in(() -> clock.record(uzovi, EARLY));
            slow.commit();
            assertTrue(slowKnown.isAfter(fastKnown), "known in the order of commits");
            assertTrue(slowKnown.isAfter(asked), "what was answered stays the answer");
        }
    }

    @Test
    void D54_an_answer_waits_for_a_writer_under_way() throws Exception {
        var uzovi = new Uzovi("9002");
        try (var writer = new OpenTransaction()) {
            var known = writer.in(() -> clock.record(uzovi, EARLY));
            var answer = CompletableFuture.supplyAsync(() -> answered(uzovi, LATE, LATE));
            assertThrows(TimeoutException.class, () -> answer.get(300, TimeUnit.MILLISECONDS));
            writer.commit();
            assertEquals(LATE, answer.get(60, TimeUnit.SECONDS));
            assertTrue(known.isBefore(LATE));
        }
    }

    @Test
    void D54_an_answer_about_all_waits_for_the_first_writer_of_an_insurer() throws Exception {
        var uzovi = new Uzovi("9003");
        try (var writer = new OpenTransaction()) {
            writer.in(() -> clock.record(uzovi, EARLY));
            var answer = CompletableFuture.supplyAsync(() -> answered(null, LATE, LATE));
            assertThrows(TimeoutException.class, () -> answer.get(300, TimeUnit.MILLISECONDS));
            writer.commit();
            answer.get(60, TimeUnit.SECONDS);
        }
        var next = transactions.run(() -> clock.record(new Uzovi("9004"), EARLY));
        assertTrue(next.isAfter(LATE), "an insurer without a row begins after what was answered");
    }

    @Test
    void D54_moments_rise_though_the_system_clock_stands_still_or_goes_back() {
        var uzovi = new Uzovi("9005");
        var first = transactions.run(() -> clock.record(uzovi, LATE));
        var second = transactions.run(() -> clock.record(uzovi, LATE));
        var third = transactions.run(() -> clock.record(uzovi, EARLY));
        assertEquals(LATE, first);
        assertEquals(Duration.ofNanos(1_000), Duration.between(first, second));
        assertTrue(third.isAfter(second));
    }

    @Test
    void D46_a_cut_off_is_no_fact() {
        var uzovi = new Uzovi("9006");
        var fact = transactions.run(() -> clock.record(uzovi, EARLY));
        var cutOff = transactions.run(() -> clock.moment(uzovi, LATE));
        var last = transactions.run(() -> clock.lastFact(uzovi)).orElseThrow();
        assertEquals(fact, last);
        assertFalse(last.isAfter(cutOff));
    }

    @Test
    void D54_the_future_is_not_known() {
        assertThrows(InvalidInput.class, () -> answered(new Uzovi("9007"), LATE, EARLY));
    }

    private Instant answered(Uzovi uzovi, Instant knownAt, Instant now) {
        return transactions.run(() -> clock.asKnownAt(uzovi, knownAt, now));
    }
}
