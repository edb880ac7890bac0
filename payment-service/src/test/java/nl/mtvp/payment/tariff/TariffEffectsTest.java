package nl.mtvp.payment.tariff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

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
import org.junit.jupiter.api.Test;

/** D37: a revision says beforehand what it would change, in euro per quarter, and a run then books exactly that. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TariffEffectsTest {

    private static final String FIRST = "01501101";
    private static final String SECOND = "01501102";

    @Inject
    ContractEvents contracts;

    @Test
    void D37_what_a_revision_would_change_is_what_the_next_run_books() {
        TestClock.at("2023-10-10");
        var api = new PaymentApi("5011");
        contracts.accepted("5011", FIRST, "2023-04-01");
        contracts.accepted("5011", SECOND, "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of(FIRST, 100, SECOND, 40)));
        api.deliver("2023-07-01", Registrations.of(Map.of(FIRST, 110, SECOND, 41)));
        api.deliver("2023-10-01", Registrations.of(Map.of(FIRST, 111, SECOND, 42)));
        api.run("2023-Q4");

        String raised = propose(api, "2023-04-01", null, "2.95");
        effects(api, raised)
                .body("quarters.quarter", contains("2023-Q2", "2023-Q3", "2023-Q4"))
                .body("quarters.contracts", contains(1, 2, 2))
                .body("quarters.dueNow", contains("288.00", "434.88", "440.64"))
                .body("quarters.dueThen", contains("295.00", "445.45", "451.35"))
                .body("quarters.difference", contains("7.00", "10.57", "10.71"))
                .body("difference", is("28.28"));
        // Its days decide, not the day on which it was proposed: only one peildatum is one of them.
        effects(api, propose(api, "2023-06-01", "2023-08-01", "2.80"))
                .body("quarters.quarter", contains("2023-Q3"))
                .body("quarters.difference", contains("-12.08"))
                .body("difference", is("-12.08"));
        effects(api, propose(api, "2024-01-01", null, "2.80"))
                .body("quarters", empty())
                .body("difference", is("0.00"));

        api.approver().post("/v1/tariffs/{id}/approvals", raised).then().statusCode(201);
        api.run("2023-Q4").body("total", is("28.28")).body("totals.cause", contains("TARIFF_REVISION"));
        api.buyer()
                .get("/v1/tariffs/{id}/effects", raised)
                .then()
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:tariff-already-approved"));
    }

    @Test
    void D37_nobody_elses_tariff_is_previewed() {
        TestClock.at("2023-10-10");
        String id = propose(new PaymentApi("5012"), "2023-04-01", null, "2.88");
        new PaymentApi("5013")
                .buyer()
                .get("/v1/tariffs/{id}/effects", id)
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse effects(PaymentApi api, String tariff) {
        return api.buyer().get("/v1/tariffs/{id}/effects", tariff).then().statusCode(200);
    }

    private static String propose(PaymentApi api, String from, String until, String euro) {
        var request = new HashMap<String, Object>();
        request.put("uzovi", api.uzovi());
        request.put("validFrom", from);
        request.put("validUntil", until);
        request.put("euroPerIonPerQuarter", euro);
        request.put("ground", "a court's order");
        return api.buyer()
                .contentType("application/json")
                .body(request)
                .post("/v1/tariffs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
