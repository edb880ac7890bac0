package nl.mtvp.kernel.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import nl.mtvp.kernel.testing.Management;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A service that has nothing left to work with says so, in its readiness and in its metrics. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class CapacityTest {

    /** More than there are threads. */
    private static final int WORKS = 400;

    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void health_and_metrics_are_not_on_the_port_of_the_api() {
        given().get("/q/health/ready").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        given().get(Management.uri("/q/metrics")).then().statusCode(200).body(containsString("agroal_awaiting_count"));
    }

    @Test
    void without_a_connection_it_is_not_ready() throws Exception {
        ready();
        double before = metric("mtvp_without_connection_seconds_total");
        var taken = new ArrayDeque<Connection>();
        try {
            while (taken.size() < connections) {
                taken.add(database.getConnection());
            }
            notReady("database", "no connection");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        ready();
        await().until(() -> metric("mtvp_without_connection_seconds_total") > before);
    }

    @Test
    void without_a_thread_it_is_not_ready_and_still_says_so() {
        ready();
        double before = metric("mtvp_without_worker_seconds_total");
        var held = new CountDownLatch(1);
        try {
            for (int work = 0; work < WORKS; work++) {
                Infrastructure.getDefaultWorkerPool().submit(() -> {
                    held.await();
                    return null;
                });
            }
            notReady("workers", "all threads");
        } finally {
            held.countDown();
        }
        ready();
        await().until(() -> metric("mtvp_without_worker_seconds_total") > before);
    }

    private static void ready() {
        await().atMost(LONG).untilAsserted(() -> given().get(Management.uri("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", is("UP")));
    }

    private static void notReady(String what, String why) {
        await().atMost(LONG).untilAsserted(() -> given().get(Management.uri("/q/health/ready"))
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'capacity' }.data." + what, containsString(why)));
    }

    private static double metric(String name) {
        var found = given().get(Management.uri("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(found.substring(found.lastIndexOf(' ')));
    }
}
