package nl.mtvp.payment.ion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.ion.db.DeliveryRepository;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.FileFault;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** D38: several replicas work through deliveries, and the newer one of a peildatum still replaces the older. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ClaimTest {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    /** Not before then does anybody but this test look at these deliveries. */
    private static final Instant ONE_DAY = Instant.parse("2999-01-01T00:00:00Z");

    private final UUID older = UUID.randomUUID();
    private final UUID newer = UUID.randomUUID();

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Transactions transactions;

    @Inject
    Jdbi jdbi;

    @Test
    void D38_a_newer_delivery_waits_for_the_older_that_another_replica_works_on() {
        complete(older, LONG_AGO);
        complete(newer, LONG_AGO.plusSeconds(1));
        try (var one = new OpenTransaction()) {
            assertEquals(Optional.of(older), one.in(this::claimed));
            try (var another = new OpenTransaction()) {
                assertNotEquals(Optional.of(newer), another.in(this::claimed));
            }
            one.perform(() -> deliveries.refuse(older, new FileFault("digest", "another one"), ONE_DAY));
            one.commit();
        }
        transactions.perform(() -> {
            assertEquals(Optional.of(newer), claimed());
            deliveries.refuse(newer, new FileFault("digest", "another one"), ONE_DAY);
        });
    }

    private Optional<UUID> claimed() {
        return deliveries.claim(ONE_DAY).map(Delivery::id);
    }

    private void complete(UUID id, Instant completedAt) {
        jdbi.useHandle(tx -> tx.createUpdate(
                        """
                        insert into ion_delivery (id, uzovi, peildatum, row_count, content_digest, announced_by,
                            announced_at, status, content_bytes, completed_at, try_after)
                        values (:id, '4030', '2023-04-01', 0, sha256(cast('' as bytea)), 'test', :at, 'WORKING', 0,
                            :at, :tryAfter)
                        """)
                .bind("id", id)
                .bind("at", completedAt)
                .bind("tryAfter", ONE_DAY)
                .execute());
    }
}
