package nl.mtvp.payment.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D52: of a run for two practices and two RHOs each reads its own lines, the same in each form and language. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class StatementLinesTest {

    private static final List<String> AGBS = List.of("01842401", "01842402");

    private static String run;

    private final PaymentApi api = new PaymentApi("8424");

    @Inject
    ContractEvents contracts;

    @BeforeEach
    void live() {
        TestClock.at("2023-07-10");
        if (run != null) {
            return;
        }
        for (var agb : AGBS) {
            var contract = contracts.accepted("8424", agb, "2023-07-01");
            contracts.tell(
                    "nl.mtvp.rho-share-agreed.v1",
                    contract,
                    Map.of(
                            "shareId", UUID.randomUUID().toString(),
                            "rho", "rho-of-" + agb,
                            "percentage", "10",
                            "shareFrom", "2023-07-01",
                            "sourceKnownAt", "2023-07-01T00:00:00Z"));
        }
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of(AGBS.get(0), 10, AGBS.get(1), 20)));
        run = api.run("2023-Q3").extract().path("id");
    }

    @Test
    void D52_a_statement_has_the_lines_of_its_own_creditor_only() {
        var booked = Map.of(
                "agb:01842401", "25.92",
                "agb:01842402", "51.84",
                "rho:rho-of-01842401", "2.88",
                "rho:rho-of-01842402", "5.76");
        booked.forEach((creditor, amount) -> get("application/json", creditor)
                .body("statement.total", is(amount))
                .body("lines.agb", contains(creditor.substring(creditor.length() - 8)))
                .body("lines.bookedNow", contains(amount))
                .body("proof.canonicalLines", contains(containsString("|creditor:8424:" + creditor + "|")))
                .body("lines.explanation.parts.flatten().amount", contains(amount)));
        api.buyer()
                .queryParams(Map.of("rho", "rho-of-01842402"))
                .get("/v1/statements")
                .then()
                .body("creditor", contains("rho:rho-of-01842402"));
        api.buyer()
                .queryParams(Map.of("agb", "01842402"))
                .get("/v1/statements")
                .then()
                .body("creditor", contains("agb:01842402"));
    }

    @Test
    void D52_D53_each_form_says_the_same_in_each_language() {
        var nl = "Over het derde kwartaal 2023 wordt € 25,92 aan de praktijk betaald: ";
        var en = "For the third quarter of 2023 €25.92 is paid to the practice: ";
        var json = get("application/json", "agb:01842401")
                .body("lines.explanation.parts.flatten().sentence.nl", everyItem(startsWith(nl)))
                .body("lines.explanation.parts.flatten().sentence.en", everyItem(startsWith(en)))
                .extract();
        var rows = get("text/csv", "agb:01842401").extract().asString().split("\r\n");
        var head = List.of(rows[0].split(","));
        assertEquals(24, head.size());
        var row = rows[1];
        assertTrue(row.indexOf(nl) > 0 && row.indexOf(nl) < row.indexOf(en), row);
        assertTrue(row.contains(",25.92,0.00,25.92,25.92,10,2.88,"), row);
        assertTrue(
                row.contains("," + json.path("proof.postingNumber") + ",\"" + json.path("proof.digest") + "\",\""
                        + json.path("proof.head") + "\","),
                row);
        get("text/html", "agb:01842401")
                .body(containsString("per saldo €\u00a025,92 voor u geboekt"))
                .body(containsString("Over het derde kwartaal 2023 wordt €\u00a025,92 aan de praktijk betaald"))
                .body(containsString("1 juli 2023"))
                .body(containsString("10 ingeschreven patiënten"));
    }

    private ValidatableResponse get(String form, String creditor) {
        return api.auditor()
                .accept(form)
                .get("/v1/statements/{run}/{creditor}", run, creditor)
                .then()
                .statusCode(200);
    }
}
