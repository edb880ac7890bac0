package nl.mtvp.kernel.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.Management;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(value = FeedStub.class, restrictToAnnotatedClass = true)
class FollowTest {

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    @Inject
    Inbox inbox;

    @Inject
    TrialHandler handler;

    @BeforeEach
    void yields() {
        TrialHandler.YIELDS.set(true);
    }

    @Test
    void an_event_takes_effect_once_whatever_the_neighbour_answers() {
        stub("/fail", "2");
        var first = add("nl.mtvp.plain.v1");
        var second = add("nl.mtvp.plain.v1");
        await().until(() -> applied(first) == 1 && applied(second) == 1);

        stub("/fail", "1");
        var third = add("nl.mtvp.plain.v1");
        await().until(() -> applied(third) == 1);
        assertEquals(1, applied(first));
        assertEquals(1, arrivals(first));
    }

    @Test
    void an_event_that_cannot_be_applied_stops_the_feed_is_shown_and_never_skipped() {
        TrialHandler.YIELDS.set(false);
        var stubborn = add("nl.mtvp.stubborn.v1");
        var next = add("nl.mtvp.plain.v1");

        await().untilAsserted(() -> given().get(Management.uri("/q/health/well"))
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'feeds' }.data.trial", containsString("cannot be applied yet")));
        assertEquals(0, applied(stubborn), "its half-done work is rolled back");
        assertEquals(0, applied(next), "the feed waits");

        TrialHandler.YIELDS.set(true);
        await().until(() -> applied(stubborn) == 1 && applied(next) == 1);
        await().untilAsserted(() -> given().get(Management.uri("/q/health/well"))
                .then()
                .statusCode(200)
                .body("status", is("UP")));
    }

    @Test
    void two_replicas_that_read_the_same_events_apply_them_once() {
        var event = new FeedEvent(
                UUID.randomUUID(),
                "nl.mtvp.plain.v1",
                "s",
                Instant.parse("2023-04-01T00:00:00Z"),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        var other = new FeedHandler() {
            @Override
            public String feed() {
                return "other";
            }

            @Override
            public void apply(FeedEvent applied, Instant recordedAt) {
                handler.apply(applied, recordedAt);
            }
        };
        var before = inbox.lastEventId("other");
        inbox.take(other, before, List.of(event));
        inbox.take(other, before, List.of(event));
        assertEquals(1, applied(event.id()));
        assertEquals(event.id(), inbox.lastEventId("other").orElseThrow());
    }

    @Test
    void the_inbox_replays_in_order_and_with_its_recording_times() {
        add("nl.mtvp.plain.v1");
        var last = add("nl.mtvp.plain.v1");
        await().until(() -> applied(last) == 1);
        var before = rows();
        transactions.perform(() -> {
            sql.execute("delete from applied where event_id in (select event_id from inbox where feed = 'trial')");
            inbox.replay(handler);
        });
        assertEquals(before, rows());
    }

    @Test
    void the_inbox_and_the_feed_only_grow() {
        var last = add("nl.mtvp.plain.v1");
        await().until(() -> applied(last) == 1);
        for (var statement : List.of(
                "update inbox set type = 'x'",
                "delete from inbox",
                "truncate inbox",
                "delete from event",
                "update event_position set position = 9")) {
            assertThrows(JdbiException.class, () -> transactions.perform(() -> sql.execute(statement)), statement);
        }
    }

    private List<Map<String, Object>> rows() {
        return transactions.run(
                () -> sql.query("select event_id, data::text, recorded_at from applied order by event_id")
                        .mapToMap()
                        .list());
    }

    private int applied(UUID id) {
        return count("applied", id);
    }

    private int arrivals(UUID id) {
        return count("inbox", id);
    }

    private int count(String table, UUID id) {
        return transactions.run(() -> sql.query("select count(*) from " + table + " where event_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    private static UUID add(String type) {
        var id = UUID.randomUUID();
        stub(
                "/add",
                """
                {"specversion":"1.0","id":"%s","source":"urn:x","type":"%s","subject":"s",\
                "time":"2023-06-12T09:30:00Z","data":{"a":1},"somethingNew":true}"""
                        .formatted(id, type));
        return id;
    }

    private static void stub(String path, String body) {
        given().body(body)
                .post(System.getProperty(FeedStub.URL_PROPERTY) + path)
                .then()
                .statusCode(200);
    }
}
