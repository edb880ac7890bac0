package nl.mtvp.payment.ion;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryPhase;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** D38: a delivery's status tells how far the work is, while the transaction of that work is open. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ProgressTest {

    private final PaymentApi api = new PaymentApi("8712");

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Jdbi jdbi;

    @Inject
    DeliveryRepository deliveries;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    @Test
    void D38_the_status_tells_the_phase_and_the_lines_while_another_transaction_holds_the_delivery() {
        TestClock.at("2023-05-01");
        var content = Registrations.of(Map.of("01871201", 5));
        var id = UUID.fromString(
                api.announce("2023-04-01", content, 5).statusCode(201).extract().path("id"));
        try (var holder = new OpenTransaction()) {
            holder.perform(() -> {
                deliveries.complete(id, content.length(), Instant.now());
            });
            transactions.perform(() -> deliveries.tell(id, DeliveryPhase.READING, 3, Instant.now()));
            api.delivery(id.toString()).body("status", is("RECEIVING")).body("progress", nullValue());
            holder.perform(() -> sql.update("update ion_delivery set try_after = '2100-01-01' where id = :id")
                    .bind("id", id)
                    .execute());
            holder.commit();
        }
        api.delivery(id.toString())
                .body("status", is("WORKING"))
                .body("progress.phase", is("READING"))
                .body("progress.linesRead", is(3));
        jdbi.useHandle(handle -> handle.createUpdate("update ion_delivery set try_after = null where id = :id")
                .bind("id", id)
                .execute());
        // Nothing was sent, so the digest is another one: finished, with nothing more to tell.
        api.worked(id.toString()).body("fault.code", is("digest")).body("progress", nullValue());
    }

    @Test
    void D38_the_work_tells_how_far_it_is() {
        TestClock.at("2023-05-01");
        var content = Registrations.of(Map.of("01871202", 7));
        String id =
                api.announce("2023-01-01", content, 7).statusCode(201).extract().path("id");
        Jdbi.create(url, "postgres", "postgres").useTransaction(tx -> {
            // Held up where it writes the counts.
            tx.execute("lock table ion_count in share mode");
            api.send(id, 0, content, true).statusCode(204);
            await().untilAsserted(() -> api.delivery(id)
                    .body("status", is("WORKING"))
                    .body("progress.phase", is("WRITING"))
                    .body("progress.linesRead", is(7)));
        });
        api.worked(id).body("status", is("ACCEPTED")).body("progress", nullValue());
    }
}
