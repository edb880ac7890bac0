package nl.mtvp.payment.contract;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D35: a contract that ends by notice, closing or date is paid up to that day, and on when the end is withdrawn. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ContractEndTest {

    @Inject
    ContractEvents contracts;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-10-10");
    }

    @Test
    void D35_an_end_after_the_booking_is_a_COVERAGE_part_and_its_withdrawal_gives_it_back() {
        var api = new PaymentApi("8101");
        var contract = booked(api, "8101", "01810101");
        clock.moveTo("2023-11-20");
        var end = contracts.ended(contract, "2023-11-15");
        // 4,260 x 2.95 x 45/92 = 6,146.90, as in worked example 4; booked 12,567.00.
        api.run("2023-Q4").body("totals.cause", contains("COVERAGE")).body("total", is("-6420.10"));
        clock.moveTo("2023-11-25");
        contracts.endWithdrawn(contract, end);
        api.run("2023-Q4").body("totals.cause", contains("COVERAGE")).body("total", is("6420.10"));
        api.run("2023-Q4").body("totals", empty());
        assertThrows(RuntimeException.class, () -> contracts.endWithdrawn(contract, end));
    }

    @Test
    void D35_D54_an_end_is_known_here_since_it_came_in_and_shown_with_when_its_source_knew() {
        var api = new PaymentApi("8102");
        var contract = booked(api, "8102", "01810201");
        var before = clock.instant().plusSeconds(60).toString();
        clock.moveTo("2023-11-20");
        var end = contracts.ended(contract, "2023-11-15");
        due(api, "8102", before)
                .body("inputs.inForce.inForceUntil", contains(nullValue()))
                .body("due.total", contains("12567.00"));
        due(api, "8102", null)
                .body("due.total", contains("6146.90"))
                .body("[0].inputs.inForce.inForceUntil", is("2023-11-15"))
                .body("[0].inputs.inForce.origins", hasSize(2))
                .body(
                        "[0].inputs.inForce.origins.find { it.id == '" + end + "' }.sourceKnownAt",
                        is("2023-11-20T10:59:00Z"));
    }

    @Test
    void D34_D35_of_a_stop_and_an_end_the_earlier_day_counts() {
        var api = new PaymentApi("8103");
        var contract = booked(api, "8103", "01810301");
        clock.moveTo("2023-11-20");
        contracts.stopped(contract, "2023-12-01");
        contracts.ended(contract, "2023-11-15");
        due(api, "8103", null).body("inputs.inForce.inForceUntil", contains("2023-11-15"));
        contracts.stopped(contract, "2023-11-01");
        due(api, "8103", null).body("inputs.inForce.inForceUntil", contains("2023-11-01"));
    }

    private ContractEvents.Contract booked(PaymentApi api, String uzovi, String agb) {
        var contract = contracts.accepted(uzovi, agb, "2023-10-01");
        api.tariff("2023-04-01", "2.95");
        api.deliver("2023-10-01", Registrations.of(Map.of(agb, 4_260)));
        api.run("2023-Q4").body("total", is("12567.00"));
        return contract;
    }

    private static ValidatableResponse due(PaymentApi api, String uzovi, String knownAt) {
        var query = new HashMap<>(Map.of("uzovi", uzovi, "quarter", "2023-Q4"));
        if (knownAt != null) {
            query.put("knownAt", knownAt);
        }
        return api.auditor().queryParams(query).get("/v1/entitlements").then().statusCode(200);
    }
}
