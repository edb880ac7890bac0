package nl.mtvp.kernel.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.rest.limit.LimitsConfig;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever waits for news costs nobody anything. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ReadersTest {

    /** With those of one client each, more than there are threads. */
    private static final int CLIENTS = 10;

    private static final int OF_A_CLIENT = 30;

    @Inject
    Events events;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    @Inject
    LimitsConfig limits;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Data(int number) {}

    private record Text(String text) {}

    @Test
    void three_hundred_that_wait_keep_nobody_from_working_and_all_hear_the_news() {
        var start = published();
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int client = 0; client < CLIENTS; client++) {
            for (int reader = 0; reader < OF_A_CLIENT; reader++) {
                waiting.add(reading("waiting-" + client, start, 20_000));
            }
        }
        var slowest = Duration.ZERO;
        for (int request = 0; request < 20; request++) {
            var before = Instant.now();
            assertEquals(200, reading("other", start, 0).join().statusCode());
            var took = Duration.between(before, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        assertTrue(slowest.toMillis() < 3_000, "one that does not wait waited " + slowest);

        var news = published();
        waiting.forEach(reader -> assertTrue(
                reader.join().body().contains(news.toString()), reader.join().body()));
    }

    @Test
    void one_that_nothing_happens_for_is_told_so_in_time() {
        var start = published();
        var before = Instant.now();
        var answer = reading("patient", start, 1_500).join();
        var waited = Duration.between(before, Instant.now());
        assertEquals("[]", answer.body());
        assertTrue(waited.toMillis() >= 1_500 && waited.toMillis() < 5_000, "waited " + waited);
    }

    @Test
    void a_client_has_so_many_waiting_and_those_that_leave_are_not_waited_for() {
        var start = published();
        var crowd = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int reader = 0; reader < limits.clientReaders(); reader++) {
            crowd.add(reading("crowd", start, 30_000));
        }
        await().until(() -> reading("crowd", start, 0).join().statusCode() == 429);
        crowd.forEach(reader -> reader.cancel(true));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> reading("crowd", start, 0).join().statusCode() == 200);
    }

    @Test
    void a_client_reads_with_so_many_at_once_and_the_others_of_it_wait_without_a_connection() throws Exception {
        var start = published();
        transactions.run(() -> events.publish(new NewEvent("nl.mtvp.news.v1", "s", new Data(1)), clock.instant()));
        var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        transactions.perform(() -> {
            sql.query("select pg_advisory_xact_lock(:lock)")
                    .bind("lock", Events.PUBLISHER)
                    .mapToMap()
                    .list();
            for (int reader = 0; reader < 4 * limits.clientReadersReading(); reader++) {
                asked.add(reading("many", start, 0));
            }
            await().until(() -> held() == limits.clientReadersReading());
            assertEquals(0, asked.stream().filter(CompletableFuture::isDone).count());
        });
        asked.forEach(reader -> assertEquals(200, reader.join().statusCode()));
    }

    private int held() {
        return transactions.run(
                () -> sql.query("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void an_answer_has_as_many_events_as_there_is_room_for_and_the_next_has_the_others() {
        var start = published();
        transactions.run(() -> events.publish(
                IntStream.range(0, 10)
                        .mapToObj(number -> new NewEvent("nl.mtvp.news.v1", "large", new Text("x".repeat(65_000))))
                        .toList(),
                clock.instant()));
        transactions.perform(events::place);
        var sizes = new ArrayList<Integer>();
        var last = start;
        for (int size = -1; size != 0; ) {
            var answer = JsonPath.from(reading("careful", last, 0).join().body());
            size = answer.getList("").size();
            sizes.add(size);
            last = size == 0 ? last : UUID.fromString(answer.getString("[" + (size - 1) + "].id"));
        }
        assertEquals(List.of(5, 5, 0), sizes);
    }

    private UUID published() {
        var id = transactions.run(
                () -> events.publish(new NewEvent("nl.mtvp.news.v1", "s", new Data(1)), clock.instant()));
        transactions.perform(events::place);
        return id;
    }

    private CompletableFuture<HttpResponse<String>> reading(String client, UUID after, int timeout) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/events?lastEventId="
                                + after + "&timeout=" + timeout))
                        .header("Authorization", "Bearer " + Tokens.system(client, Map.of(), "service"))
                        .build(),
                BodyHandlers.ofString());
    }
}
