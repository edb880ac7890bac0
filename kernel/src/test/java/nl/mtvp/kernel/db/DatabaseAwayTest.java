package nl.mtvp.kernel.db;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What cannot be had from the database now is refused, not broken, and can be asked again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class DatabaseAwayTest {

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    @Inject
    Session session;

    @Inject
    AgroalDataSource pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void a_connection_that_is_ended_in_the_middle_is_a_refusal_and_the_next_request_is_answered() {
        assertThrows(
                DatabaseAway.class,
                () -> transactions.perform(() -> sql.query("select pg_terminate_backend(pg_backend_pid())")
                        .mapTo(Boolean.class)
                        .one()));
        assertEquals(1, transactions.run(() -> sql.query("select 1")
                .mapTo(Integer.class)
                .one()));
    }

    @Test
    void a_request_that_finds_no_connection_is_asked_to_come_again() throws InterruptedException {
        var taken = new CountDownLatch(connections);
        var leave = new CountDownLatch(1);
        var holders = Executors.newFixedThreadPool(connections);
        try {
            for (int connection = 0; connection < connections; connection++) {
                holders.submit(() -> transactions.run(() -> hold(taken, leave)));
            }
            assertTrue(taken.await(20, TimeUnit.SECONDS));
            given().auth()
                    .oauth2(Tokens.insurer("buyer", List.of("3332"), "insurer"))
                    .get("/v1/trials")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", is("urn:mtvp:problem:database-unavailable"))
                    .body("detail", containsString("same Idempotency-Key"));
        } finally {
            leave.countDown();
            holders.shutdown();
            assertTrue(holders.awaitTermination(20, TimeUnit.SECONDS));
        }
        given().auth()
                .oauth2(Tokens.insurer("buyer", List.of("3332"), "insurer"))
                .get("/v1/trials")
                .then()
                .statusCode(200);
    }

    /** It is there, and hangs: nobody waits for it longer than is said, but for a job. */
    @Test
    void a_database_that_does_not_answer_is_away_for_whoever_asks_and_not_for_a_job() throws SQLException {
        assertEquals(30_000, transactions.run(this::answerTime));
        assertEquals(0, transactions.job(this::answerTime));
        assertEquals(30_000, transactions.run(() -> transactions.job(this::answerTime)));
        try (var connection = pool.getConnection()) {
            assertEquals(0, connection.getNetworkTimeout());
            var soon = new AnswerTime(Duration.ofMillis(200));
            AnswerTime.bounded(true, () -> {
                soon.onConnectionAcquire(connection);
                return null;
            });
            try (var asked = connection.createStatement()) {
                var hung = assertThrows(SQLException.class, () -> asked.execute("select pg_sleep(20)"));
                assertTrue(DatabaseAway.isWhy(hung), hung.getMessage());
            }
        }
        assertEquals(1, transactions.run(() -> sql.query("select 1")
                .mapTo(Integer.class)
                .one()));
    }

    private Integer answerTime() {
        return session.doReturningWork(Connection::getNetworkTimeout);
    }

    private Integer hold(CountDownLatch taken, CountDownLatch leave) {
        int one = sql.query("select 1").mapTo(Integer.class).one();
        taken.countDown();
        try {
            leave.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return one;
    }
}
