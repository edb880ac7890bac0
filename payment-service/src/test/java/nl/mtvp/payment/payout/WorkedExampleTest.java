package nl.mtvp.payment.payout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.PaymentFile;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.Test;

/** The worked example 12 lived through: three runs of one creditor, and what is transferred after each. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class WorkedExampleTest {

    private static final String AGB = "01721001";

    private final PaymentApi api = new PaymentApi("7210");
    private final Money money = new Money("7210");

    @Inject
    ContractEvents contracts;

    @Test
    void D50_three_runs_pay_nothing_nothing_and_10579_90() {
        var clock = TestClock.at("2023-10-02");
        money.account(null, "2023-10-01", Money.iban(12));
        money.account(AGB, "2023-10-01", Money.iban(13));
        api.tariff("2023-04-01", "2.95");
        var contract = contracts.accepted("7210", AGB, "2023-10-01");
        deliver("2023-10-01", 4_260);
        api.run("2023-Q4").body("total", is("12567.00"));
        clock.moveTo("2023-10-10");
        money.payout().body("total", is("12567.00"));

        clock.moveTo("2024-01-10");
        contracts.stopped(contract, "2023-11-15");
        api.run("2024-Q1").body("total", is("-6420.10"));
        money.makePayout().statusCode(409).body("type", is("urn:mtvp:problem:nothing-to-transfer"));
        assertOpen("6420.10");

        clock.moveTo("2024-04-10");
        api.tariff("2024-04-01", "2.50");
        contracts.accepted("7210", AGB, "2024-04-01");
        deliver("2024-04-01", 2_000);
        api.run("2024-Q2").body("total", is("5000.00"));
        money.makePayout().statusCode(409).body("type", is("urn:mtvp:problem:nothing-to-transfer"));
        assertOpen("1420.10");
        money.receivables()
                .body("items[0].bookedIn", contains("2024-Q1"))
                .body("items[0].postingNumber", contains(3))
                .body("items[0].ageInDays", contains(91))
                .body("items[0].collectedFrom", contains("2025-04-01"));

        clock.moveTo("2024-07-10");
        api.tariff("2024-07-01", "3.00");
        deliver("2024-07-01", 4_000);
        api.run("2024-Q3").body("total", is("12000.00"));
        String id = money.payout()
                .body("total", is("10579.90"))
                .body("transfers", is(1))
                .extract()
                .path("id");
        assertEquals(List.of("10579.90"), PaymentFile.of(money.file(id)).texts("InstdAmt"));
        money.receivables().body("", empty());
        D54_the_balance_as_known_before_is_what_it_was();
    }

    private void D54_the_balance_as_known_before_is_what_it_was() {
        balance("2024-01-10T23:00:00Z")
                .body("balance", contains("-6420.10"))
                .body("booked", contains("6146.90"))
                .body("paidOut", contains("12567.00"));
        balance("2024-07-10T10:00:00Z").body("balance", contains("-1420.10"));
        api.auditor()
                .queryParams(Map.of("uzovi", "7210", "agb", AGB))
                .get("/v1/balances")
                .then()
                .statusCode(200)
                .body("balance", contains("0.00"))
                .body("booked", contains("23146.90"))
                .body("paidOut", contains("23146.90"));
    }

    private io.restassured.response.ValidatableResponse balance(String knownAt) {
        return api.auditor()
                .queryParams(Map.of("uzovi", "7210", "knownAt", knownAt))
                .get("/v1/balances")
                .then()
                .statusCode(200);
    }

    private void assertOpen(String amount) {
        money.receivables().body("agb", contains(AGB)).body("open", contains(amount));
    }

    private void deliver(String peildatum, int ion) {
        api.deliver(peildatum, Registrations.of(Map.of(AGB, ion))).body("accepted", is(ion));
        List<Map<String, Object>> open =
                api.buyer().get("/v1/ion-mass-moves").then().extract().path("findAll { it.acknowledgement == null }");
        open.forEach(move -> api.buyer()
                .contentType("application/json")
                .body(Map.of("reason", "a new contract"))
                .post("/v1/ion-mass-moves/{id}/acknowledgements", move.get("id"))
                .then()
                .statusCode(201));
    }
}
