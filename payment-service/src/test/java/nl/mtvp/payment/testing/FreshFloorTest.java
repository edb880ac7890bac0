package nl.mtvp.payment.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What one test asks about all insurers does not lift another test's clock (D54). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FreshFloorTest {

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    /** Twice the same, each time with an insurer of its own, and a question about all at its end. */
    @RepeatedTest(2)
    void D54_a_question_about_all_insurers_lifts_no_clock_of_the_next_test(RepetitionInfo repetition) {
        var uzovi = "909" + repetition.getCurrentRepetition();
        var clock = TestClock.at("2023-02-01");
        bookings.run(uzovi, Map.of(contracts.accepted(uzovi, "01" + uzovi + "01", "2023-01-01"), 1_00L));
        var api = new PaymentApi(uzovi);
        assertEquals("2023-02-01T11:00:00Z", bookedAt(api));

        clock.moveTo("2023-07-10");
        api.payments(Map.of("knownAt", clock.instant().toString()));
    }

    private static String bookedAt(PaymentApi api) {
        String at = api.auditor()
                .queryParam("uzovi", api.uzovi())
                .get("/v1/postings")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].bookedAt");
        return Instant.parse(at).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
