package nl.mtvp.payment.ion;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.ion.file.EvidenceStore;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.Test;

/** D38: evidence is removed years after its delivery ceased to count; the counts, and that it was there, stay. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RetentionTest {

    private static final String AGB = "01871101";

    private final PaymentApi api = new PaymentApi("8711");

    @Inject
    RetentionJob job;

    @Inject
    EvidenceStore evidence;

    @Test
    void D38_only_evidence_that_ceased_to_count_years_ago_is_removed() {
        TestClock.at("2023-07-01");
        String first = deliver("2023-07-01", 61);
        String shared = deliver("2023-04-01", 62);
        deliver("2023-04-01", 63);
        String counting = deliver("2023-01-01", 62);
        TestClock.at("2023-07-02");
        String second = deliver("2023-07-01", 64);

        TestClock.at("2030-07-01");
        job.removeOld();
        removed(first, false);

        TestClock.at("2030-07-03");
        job.removeOld();
        removed(first, true);
        removed(second, false);
        removed(counting, false);
        removed(shared, false);
        api.buyer()
                .get("/v1/ion-deliveries/{id}/counts", first)
                .then()
                .statusCode(200)
                .body("[0].ion", is(61));
        job.removeOld();
        TestClock.at("2023-05-01");
    }

    private void removed(String delivery, boolean removed) {
        var told = api.delivery(delivery)
                .body("evidenceDigest", notNullValue())
                .body("evidenceRemovedAt", removed ? notNullValue() : nullValue());
        assertEquals(!removed, Files.exists(evidence.kept(told.extract().path("evidenceDigest"))));
    }

    private String deliver(String peildatum, int patients) {
        return api.deliver(peildatum, Registrations.of(Map.of(AGB, patients)))
                .body("status", is("ACCEPTED"))
                .extract()
                .path("id");
    }
}
