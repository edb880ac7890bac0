package nl.mtvp.kernel.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.Feed;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FeedTest {

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    @Inject
    Events events;

    @Inject
    Clock clock;

    private record Data(int number) {}

    @Test
    void two_transactions_that_commit_in_reverse_order_of_their_sequence_numbers_are_both_read() throws Exception {
        var start = last();
        var firstHasItsNumber = new CountDownLatch(1);
        var secondWasRead = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<UUID> late = threads.submit(() -> transactions.run(() -> {
                var id = publish(1);
                firstHasItsNumber.countDown();
                await(secondWasRead);
                return id;
            }));
            firstHasItsNumber.await();
            var early = transactions.run(() -> publish(2));

            assertEquals(List.of(early), after(start), "the first one is not committed yet");
            secondWasRead.countDown();
            var passedBy = late.get();
            assertEquals(List.of(passedBy), after(early), "a reader that went on does not miss it");
            assertEquals(List.of(early, passedBy), after(start), "and the order never changes");
            assertTrue(sequence(passedBy) < sequence(early), "their sequence numbers do run the other way");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void two_publishers_at_once_give_each_event_one_position() throws Exception {
        var start = last();
        var first = transactions.run(() -> publish(1));
        var firstIsPlaced = new CountDownLatch(1);
        var otherWaits = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var one = threads.submit(() -> transactions.perform(() -> {
                events.place();
                firstIsPlaced.countDown();
                await(otherWaits);
            }));
            firstIsPlaced.await();
            var second = transactions.run(() -> publish(2));
            var other = threads.submit(() -> transactions.perform(events::place));
            org.awaitility.Awaitility.await()
                    .until(() -> transactions.run(() -> sql.query(
                                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                    .mapTo(Integer.class)
                                    .one())
                            > 0);
            otherWaits.countDown();
            one.get();
            other.get();
            assertEquals(List.of(first, second), after(start));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothing_is_missed_or_doubled_while_many_write_and_many_read() throws Exception {
        var start = last();
        var threads = Executors.newFixedThreadPool(12);
        var written = new ArrayList<Future<List<UUID>>>();
        try {
            for (int writer = 0; writer < 8; writer++) {
                int seed = writer;
                written.add(threads.submit(() -> write(new Random(seed), 25)));
            }
            var reading = new ArrayList<Future<List<UUID>>>();
            for (int reader = 0; reader < 3; reader++) {
                reading.add(threads.submit(() -> readUntil(start, 200)));
            }
            var all = new ArrayList<UUID>();
            for (var done : written) {
                all.addAll(done.get());
            }
            for (var done : reading) {
                var read = done.get();
                assertEquals(200, read.size());
                assertEquals(new java.util.HashSet<>(all), new java.util.HashSet<>(read));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_event_of_a_transaction_that_failed_is_never_told() {
        var start = last();
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class,
                () -> transactions.perform(() -> {
                    publish(1);
                    throw new IllegalStateException("after all not");
                }));
        assertEquals(List.of(), after(start));
    }

    @Test
    void events_have_the_form_of_cloudevents() {
        var start = last();
        transactions.perform(() -> publish(42));
        reader().queryParams(start == null ? Map.of() : Map.of("lastEventId", start))
                .get("/v1/events")
                .then()
                .statusCode(200)
                .contentType("application/cloudevents-batch+json")
                .body("[0].specversion", is("1.0"))
                .body("[0].source", is("urn:nld:kvknr:00000000:systeem:mtvp-kernel"))
                .body("[0].type", is("nl.mtvp.tried.v1"))
                .body("[0].data.number", is(42));
    }

    @Test
    void an_unknown_last_event_is_refused_and_only_services_read() {
        reader().get("/v1/events?lastEventId=" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-event"));
        given().auth()
                .oauth2(Tokens.of("p", "auditor"))
                .get("/v1/events")
                .then()
                .statusCode(403);
    }

    private List<UUID> write(Random random, int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            int number = i;
            ids.add(transactions.run(() -> {
                var id = publish(number);
                sql.query("select pg_sleep(:seconds)::text")
                        .bind("seconds", random.nextInt(8) / 1000.0)
                        .mapTo(String.class)
                        .one();
                return id;
            }));
        }
        return ids;
    }

    private List<UUID> readUntil(UUID start, int count) {
        var read = new ArrayList<UUID>();
        var last = start;
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (read.size() < count && System.nanoTime() < deadline) {
            var next = after(last);
            read.addAll(next);
            last = next.isEmpty() ? last : next.get(next.size() - 1);
        }
        return read;
    }

    private UUID publish(int number) {
        return events.publish(new NewEvent("nl.mtvp.tried.v1", "s", new Data(number)), clock.instant());
    }

    private UUID last() {
        var all = Feed.events();
        return all.isEmpty()
                ? null
                : UUID.fromString((String) all.get(all.size() - 1).get("id"));
    }

    private static List<UUID> after(UUID last) {
        return reader().queryParams(last == null ? Map.of() : Map.of("lastEventId", last))
                .queryParam("limit", 1000)
                .queryParam("timeout", 50)
                .get("/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", UUID.class);
    }

    private long sequence(UUID id) {
        return transactions.run(() -> sql.query("select sequence from event where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(Tokens.system("contract-service", Map.of(), "service"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
