package nl.mtvp.payment.contract;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What annulments, successions, offsets and shares do to money, each as of the quarter's peildatum (D41). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ContractFactsTest {

    @Inject
    ContractEvents contracts;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D28_an_annulled_contracts_quarters_go_to_zero_as_COVERAGE() {
        var api = new PaymentApi("8901");
        var contract = booked(api, "8901", "01890101");
        contracts.annulled(contract);
        api.run("2023-Q3").body("totals.cause", contains("COVERAGE")).body("total", is("-24364.80"));
        due("8901", "2023-Q2", null)
                .body("due.total", contains("0.00"))
                .body("[0].inputs.inForce.inForceFrom", is("2023-04-01"))
                .body("[0].inputs.inForce.inForceUntil", is("2023-04-01"))
                .body("[0].inputs.inForce.origins", hasSize(2));
        api.run("2023-Q3").body("totals", empty());
        assertThrows(RuntimeException.class, () -> contracts.annulled(contract));
    }

    @Test
    void D35_D41_the_count_and_the_creditor_are_those_of_who_holds_the_contract_on_the_peildatum() {
        var api = new PaymentApi("8902");
        var contract = contracts.accepted("8902", "01890201", "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of("01890201", 4_210, "01890202", 4_240)));
        api.deliver("2023-07-01", Registrations.of(Map.of("01890201", 4_200, "01890202", 4_250)));
        var before = clock.instant().plusSeconds(1).toString();
        clock.moveTo("2023-07-11");
        contracts.succeeded(contract, "01890202", "2023-07-01");
        String run = api.run("2023-Q3").body("total", is("24364.80")).extract().path("id");
        assertEquals(
                List.of("01890201", "01890202"),
                api.payments(Map.of("uzovi", "8902")).stream()
                        .map(entry -> entry.get("agb"))
                        .sorted()
                        .toList());
        assertEquals(
                List.of("01890201", "01890202"),
                api.lines(run).stream().map(line -> line.get("agb")).toList());
        due("8902", "2023-Q2", null).body("[0].inputs.holder.agb", is("01890201"));
        due("8902", "2023-Q3", null)
                .body("agb", contains("01890202"))
                .body("[0].inputs.ion.ion", is(4_250))
                .body("[0].inputs.holder.origin.sourceKnownAt", is("2023-07-11T09:59:00Z"));
        due("8902", "2023-Q3", before).body("agb", contains("01890201")).body("[0].inputs.ion.ion", is(4_200));
        // Each practice finds the quarters in which it holds the contract, and no others.
        seenBy("01890201", "2023-Q2").body("", hasSize(1));
        seenBy("01890201", "2023-Q3").body("", empty());
        seenBy("01890202", "2023-Q2").body("", empty());
        seenBy("01890202", "2023-Q3").body("", hasSize(1));
    }

    @Test
    void D35_a_succession_that_is_told_late_corrects_the_count_and_says_whose_it_was() {
        var api = new PaymentApi("8903");
        var contract = contracts.accepted("8903", "01890301", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of("01890301", 4_250, "01890302", 4_300)));
        api.run("2023-Q3").body("total", is("12240.00"));
        contracts.succeeded(contract, "01890302", "2023-07-01");
        String run = api.run("2023-Q3")
                .body("totals.cause", contains("ION_CORRECTION"))
                .body("total", is("144.00"))
                .extract()
                .path("id");
        api.buyer()
                .get("/v1/explanations/{id}", api.lines(run).get(0).get("id"))
                .then()
                .body("parts[0].inputsBefore.holder.agb", is("01890301"))
                .body("parts[0].inputsAfter.holder.agb", is("01890302"))
                .body("parts[0].sentence.en", containsString("4,300 registered patients of AGB 01890302 count"));
        assertThrows(
                RuntimeException.class,
                () -> contracts.succeeded(contract, "01890303", "2023-07-01"),
                "the old AGB does not hold it any more");
    }

    @Test
    void D32_example_11_an_offset_counts_by_the_days_in_force_from_its_peildatum_on_until_it_ends() {
        var api = new PaymentApi("8904");
        var contract = booked(api, "8904", "01890401");
        var offset = contracts.offset(contract, "2023-05-01", null, "5000.00");
        // On the peildatum of the second quarter it did not hold yet.
        api.run("2023-Q3").body("totals.cause", contains("OFFSET")).body("total", is("-5000.00"));
        due("8904", "2023-Q2", null).body("[0].inputs.offset", nullValue());
        due("8904", "2023-Q3", null)
                .body("due.total", contains("7240.00"))
                .body("[0].inputs.offset.euroPerQuarter", is("5000.00"))
                .body("[0].inputs.offset.origin.id", is(offset))
                .body("[0].inputs.offset.origin.sourceKnownAt", is("2023-07-10T09:00:00Z"));
        contracts.stopped(contract, "2023-08-15");
        // 12,240.00 x 45/92 - 5,000.00 x 45/92
        due("8904", "2023-Q3", null).body("due.total", contains("3541.30"));
        contracts.offsetEnded(contract, offset, "2023-07-01");
        due("8904", "2023-Q3", null).body("due.total", contains("5986.96")).body("[0].inputs.offset", nullValue());
        assertThrows(RuntimeException.class, () -> contracts.offsetEnded(contract, offset, "2023-08-01"));
    }

    @Test
    void D49_example_6_a_share_goes_to_the_rho_and_comes_back_from_the_same_rho_when_it_ends() {
        var api = new PaymentApi("8905");
        var contract = contracts.accepted("8905", "01890501", "2023-04-01");
        var share = contracts.share(contract, "2023-04-01", null, "12.5");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of("01890501", 4_210)));
        api.run("2023-Q2").body("total", is("12124.80"));
        due("8905", "2023-Q2", null)
                .body("due.rho", contains("1515.60"))
                .body("due.practice", contains("10609.20"))
                .body("booked.rho", contains("1515.60"))
                .body("[0].inputs.share.percentage", is("12.5"))
                .body("[0].inputs.share.origin.id", is(share));
        contracts.shareEnded(contract, share, "2023-04-01");
        api.run("2023-Q3").body("totals.cause", contains("SHARE", "SHARE")).body("total", is("0.00"));
        due("8905", "2023-Q2", null)
                .body("booked.rho", contains("0.00"))
                .body("booked.practice", contains("12124.80"))
                .body("[0].inputs.share", nullValue());
        assertEquals(
                List.of("creditor:8905:rho:voorbeeld"),
                ledgerAccounts(api, "RHO").stream().distinct().toList());
    }

    @Test
    void D49_a_share_in_euro_per_ion_holds_from_its_quarter_on() {
        var api = new PaymentApi("8906");
        var contract = booked(api, "8906", "01890601");
        contracts.sharePerIon(contract, "2023-07-01", "2023-10-01", "0.25");
        due("8906", "2023-Q2", null).body("due.rho", contains("0.00"));
        due("8906", "2023-Q3", null)
                .body("due.rho", contains("1062.50"))
                .body("[0].inputs.share.euroPerIon", is("0.25"));
        api.run("2023-Q3").body("totals.cause", contains("SHARE", "SHARE")).body("total", is("0.00"));
        assertThrows(
                RuntimeException.class,
                () -> contracts.share(contract, "2023-07-01", null, "5"),
                "a second share of the same days");
    }

    private ContractEvents.Contract booked(PaymentApi api, String uzovi, String agb) {
        var contract = contracts.accepted(uzovi, agb, "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of(agb, 4_210)));
        api.deliver("2023-07-01", Registrations.of(Map.of(agb, 4_250)));
        api.run("2023-Q3").body("total", is("24364.80"));
        return contract;
    }

    private static List<Object> ledgerAccounts(PaymentApi api, String component) {
        List<Map<String, Object>> entries = api.auditor()
                .queryParam("uzovi", "8905")
                .get("/v1/ledger-entries")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        return entries.stream()
                .filter(entry -> component.equals(entry.get("component")))
                .map(entry -> entry.get(String.valueOf(entry.get("debit")).startsWith("creditor") ? "debit" : "credit"))
                .toList();
    }

    private static ValidatableResponse seenBy(String agb, String quarter) {
        return PaymentApi.as(Tokens.practice("practice-" + agb, List.of(agb), "12345678", "practice"))
                .queryParam("quarter", quarter)
                .get("/v1/entitlements")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse due(String uzovi, String quarter, String knownAt) {
        var query = new HashMap<>(Map.of("uzovi", uzovi, "quarter", quarter));
        if (knownAt != null) {
            query.put("knownAt", knownAt);
        }
        return new PaymentApi(uzovi)
                .auditor()
                .queryParams(query)
                .get("/v1/entitlements")
                .then()
                .statusCode(200);
    }
}
