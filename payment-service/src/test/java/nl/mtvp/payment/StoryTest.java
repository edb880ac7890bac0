package nl.mtvp.payment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.Test;

/** The worked examples 1 to 5 lived through: real requests, real database, the amounts to the cent. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class StoryTest {

    private static final String UZOVI = "3332";
    private static final String AGB = "01999901";

    private final PaymentApi api = new PaymentApi(UZOVI);

    @Inject
    ContractEvents contracts;

    @Test
    void D43_D44_a_practice_lives_through_the_worked_examples() {
        var clock = TestClock.at("2023-06-12");
        api.tariff("2023-04-01", "2.88");
        var contract = contracts.accepted(UZOVI, AGB, "2023-04-01");
        deliver("2023-04-01", 4_210);

        clock.moveTo("2023-07-10");
        deliver("2023-07-01", 4_250);
        var first = api.run("2023-Q3")
                .body("total", is("24364.80"))
                .body("totals.cause", contains("REGULAR", "RETROACTIVE"))
                .body("totals.amount", contains("12240.00", "12124.80"))
                .extract();
        assertParts(first.path("id"), "2023-Q2 RETROACTIVE 12124.80", "2023-Q3 REGULAR 12240.00");
        var afterFirst = clock.instant().plusSeconds(60).toString();

        clock.moveTo("2023-10-10");
        deliver("2023-04-01", 4_198);
        deliver("2023-10-01", 4_260);
        assertParts(
                api.run("2023-Q4").extract().path("id"), "2023-Q2 ION_CORRECTION -34.56", "2023-Q4 REGULAR 12268.80");

        clock.moveTo("2024-02-01");
        api.tariff("2023-04-01", "2.95");
        assertParts(
                api.run("2023-Q4").extract().path("id"),
                "2023-Q2 TARIFF_REVISION 293.86",
                "2023-Q3 TARIFF_REVISION 297.50",
                "2023-Q4 TARIFF_REVISION 298.20");

        clock.moveTo("2024-03-01");
        contracts.stopped(contract, "2023-11-15");
        assertParts(
                api.run("2024-Q1").body("zeroLines", is(1)).extract().path("id"),
                "2023-Q4 COVERAGE -6420.10",
                "2024-Q1 ENDED");

        clock.moveTo("2024-03-10");
        var clawback = contracts.clawback(contract, "2023-10-01", "2023-11-15", "100");
        assertParts(api.run("2024-Q1").extract().path("id"), "2023-Q4 CLAWBACK -6146.90", "2024-Q1 ENDED");

        clock.moveTo("2024-03-20");
        contracts.clawbackWithdrawn(contract, clawback);
        assertParts(api.run("2024-Q1").extract().path("id"), "2023-Q4 CLAWBACK 6146.90", "2024-Q1 ENDED");

        D43_a_second_run_proposes_nothing();
        D54_the_history_as_known_after_the_first_run_is_what_it_was(afterFirst);
        D48_the_chain_verifies();
    }

    private void D43_a_second_run_proposes_nothing() {
        api.run("2024-Q1").body("total", is("0.00")).body("totals", empty()).body("lines", is(1));
    }

    private void D54_the_history_as_known_after_the_first_run_is_what_it_was(String knownAt) {
        assertEquals(10, api.payments(Map.of("uzovi", UZOVI, "agb", AGB)).size());
        var then = api.payments(Map.of("uzovi", UZOVI, "agb", AGB, "knownAt", knownAt));
        assertEquals(
                List.of("12124.80", "12240.00"),
                then.stream().map(payment -> payment.get("amount")).toList());
        api.auditor()
                .queryParams(Map.of("uzovi", UZOVI, "quarter", "2023-Q2", "knownAt", knownAt))
                .get("/v1/entitlements")
                .then()
                .body("due.total", contains("12124.80"))
                .body("booked.total", contains("12124.80"))
                .body("inputs.ion.ion", contains(4_210));
        api.auditor()
                .queryParams(Map.of("uzovi", UZOVI, "quarter", "2023-Q2"))
                .get("/v1/entitlements")
                .then()
                .body("due.total", contains("12384.10"))
                .body("booked.total", contains("12384.10"));
    }

    private void D48_the_chain_verifies() {
        api.auditor()
                .contentType(ContentType.JSON)
                .body(Map.of("uzovi", UZOVI))
                .post("/v1/postings/verifications")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("postings", is(7))
                .body("entries", is(10));
        api.auditor().queryParam("uzovi", UZOVI).get("/v1/postings").then().body("", hasSize(7));
    }

    private void deliver(String peildatum, int ion) {
        api.deliver(peildatum, Registrations.of(Map.of(AGB, ion)))
                .body("status", is("ACCEPTED"))
                .body("accepted", is(ion));
    }

    private void assertParts(String run, String... expected) {
        var parts = api.lines(run).stream()
                .flatMap(line -> {
                    @SuppressWarnings("unchecked")
                    var own = (List<Map<String, Object>>) line.get("parts");
                    return own.isEmpty()
                            ? java.util.stream.Stream.of(line.get("quarter") + " " + line.get("zeroReason"))
                            : own.stream()
                                    .map(part ->
                                            line.get("quarter") + " " + part.get("cause") + " " + part.get("amount"));
                })
                .toList();
        assertEquals(List.of(expected), parts);
    }
}
