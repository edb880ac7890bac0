package nl.mtvp.payment.export;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import nl.mtvp.verifier.audit.AuditCheck;
import nl.mtvp.verifier.audit.ExportFolder;
import org.junit.jupiter.api.Test;

/** What an auditor takes away, and that a second implementation comes to the same from it (D41-D49, D54). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ExportTest {

    @Inject
    ContractEvents contracts;

    @Inject
    Booking booking;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Test
    void D48_every_kind_of_fact_and_posting_is_recomputed_from_an_export() throws IOException {
        var api = new PaymentApi("8801");
        everythingThatCanHappen(api, "8801");

        var auditor = api.auditor();
        var told = new ArrayList<String>();
        var folder = Exports.taken(auditor, "8801");
        long differences = AuditCheck.differences(folder, Map.of(), told::add);
        assertEquals(0, differences, () -> String.join("\n", told));
        for (var kind : List.of(
                "CONTRACT", "HOLDER", "STOP", "END", "CLAWBACK", "OFFSET", "SHARE", "TARIFF", "DELIVERY", "COUNT")) {
            assertTrue(
                    Files.readString(folder.resolve("facts.ndjson")).contains("\"kind\":\"" + kind + "\""),
                    "no " + kind + " was tried");
        }
        assertTrue(
                told.get(told.size() - 2).matches("insurer 8801: 5 creditors, .* paid out 5.00, .*"), told::toString);
    }

    @Test
    void D54_the_same_moment_gives_the_same_export_whatever_comes_later() throws IOException {
        var api = new PaymentApi("8802");
        var contract = contracts.accepted("8802", "01880201", "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of("01880201", 10)));
        api.run("2023-Q2");
        var stop = contracts.stopped(contract, "2023-05-01");
        var first = Exports.taken(api.auditor(), "8802");

        contracts.stopWithdrawn(contract, stop);
        contracts.offset(contract, "2023-04-01", null, "5.00");
        api.tariff("2023-04-01", "2.95");
        api.deliver("2023-04-01", Registrations.of(Map.of("01880201", 9)));
        api.run("2023-Q3");

        String knownAt =
                Files.readString(first.resolve("manifest.json")).replaceAll("(?s).*\"knownAt\": \"([^\"]+)\".*", "$1");
        var again = Exports.taken(api.auditor().queryParam("knownAt", knownAt), "8802");
        for (var name : List.of(
                "facts.ndjson", "runs.ndjson", "lines.ndjson", "postings.ndjson", "entries.ndjson", "manifest.json")) {
            assertEquals(Files.readString(first.resolve(name)), Files.readString(again.resolve(name)), name);
        }
        var now = Exports.taken(api.auditor(), "8802");
        assertFalse(Files.readString(now.resolve("manifest.json")).contains(knownAt));
        var told = new ArrayList<String>();
        assertEquals(0, AuditCheck.differences(now, Map.of(), told::add), told::toString);
        assertEquals(0, AuditCheck.differences(first, Map.of(), told::add), told::toString);
    }

    @Test
    void D39_what_was_settled_is_told_and_recomputed() throws IOException {
        var api = new PaymentApi("8714");
        var undecided = "00000000-0000-4000-8000-000000008714";
        contracts.accepted("8714", "01871401", "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        var content = Registrations.of(Map.of("01871401", 10))
                + Registrations.line(undecided, "01871401", "2020-01-01")
                + Registrations.line(undecided, "01871402", "2020-01-01");
        String delivery = api.deliver("2023-04-01", content).extract().path("id");
        api.run("2023-Q2");
        var body = Map.of("deliveryId", delivery, "pseudonym", undecided, "countsWith", "01871401", "reason", "asked");
        String settlement = api.buyer()
                .contentType("application/json")
                .body(body)
                .post("/v1/ion-settlements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals("2.88", api.run("2023-Q2").extract().path("total"));
        var settled = Exports.taken(api.auditor(), "8714");
        api.buyer()
                .contentType("application/json")
                .body(Map.of("reason", "asked again"))
                .post("/v1/ion-settlements/{id}/withdrawals", settlement)
                .then()
                .statusCode(201);
        assertEquals("-2.88", api.run("2023-Q2").extract().path("total"));
        var withdrawn = Exports.taken(api.auditor(), "8714");

        assertTrue(Files.readString(settled.resolve("facts.ndjson")).contains("\"SETTLEMENT\""));
        for (var folder : List.of(settled, withdrawn)) {
            var told = new ArrayList<String>();
            assertEquals(0, AuditCheck.differences(folder, Map.of(), told::add), told::toString);
        }
    }

    @Test
    void D48_an_entry_changed_in_the_database_is_named() throws IOException {
        var api = new PaymentApi("8803");
        contracts.accepted("8803", "01880301", "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of("01880301", 10)));
        api.run("2023-Q2");
        var folder = Exports.taken(api.auditor(), "8803");
        var entries = folder.resolve("entries.ndjson");
        Files.writeString(entries, Files.readString(entries).replace("\"cents\":2880", "\"cents\":2881"));

        var told = new ArrayList<String>();
        AuditCheck.differences(folder, Map.of(), told::add);
        assertTrue(told.stream().anyMatch(line -> line.contains("cents: expected 2880, found 2881")), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.contains("postings.ndjson line 1: digest")), told::toString);
    }

    @Test
    void an_export_is_of_the_auditors_insurers_only() {
        contracts.accepted("8804", "01880401", "2023-04-01");
        contracts.accepted("8805", "01880401", "2023-04-01");
        var one = Tokens.insurer("auditor-8804", List.of("8804"), "auditor");
        PaymentApi.as(one)
                .get("/v1/audit-exports")
                .then()
                .statusCode(200)
                .body("insurers.uzovi", contains("8804"))
                .body("insurers.postings", contains(0))
                .body("insurers.head", contains("0".repeat(64)));
        var facts = Exports.lines(PaymentApi.as(one), "facts", Map.of());
        assertFalse(facts.isEmpty());
        facts.forEach(fact -> assertTrue(fact.contains("\"uzovi\":\"8804\""), fact));
        assertEquals(List.of(), Exports.lines(PaymentApi.as(one), "facts", Map.of("uzovi", "8805")));

        var nobody = Tokens.insurer("auditor-of-nobody", List.of(), "auditor");
        PaymentApi.as(nobody).get("/v1/audit-exports").then().statusCode(200).body("insurers", empty());
        for (var data : ExportFolder.DATA) {
            assertEquals(List.of(), Exports.lines(PaymentApi.as(nobody), data, Map.of()));
        }
    }

    @Test
    void an_export_of_the_future_or_for_others_is_refused() {
        var api = new PaymentApi("8804");
        var tomorrow = clock.instant().plusSeconds(86_400).toString();
        for (var path : List.of("", "/facts", "/runs", "/lines", "/postings", "/entries")) {
            api.auditor()
                    .queryParam("knownAt", tomorrow)
                    .get("/v1/audit-exports" + path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.code", everyItem(is("in-the-future")));
            api.auditor()
                    .queryParam("uzovi", "x")
                    .get("/v1/audit-exports" + path)
                    .then()
                    .statusCode(400);
            api.buyer().get("/v1/audit-exports" + path).then().statusCode(403);
        }
    }

    private void everythingThatCanHappen(PaymentApi api, String uzovi) {
        var agb = "01" + uzovi;
        var one = contracts.accepted(uzovi, agb + "01", "2023-04-01");
        var two = contracts.accepted(uzovi, agb + "02", "2023-04-01");
        var undone = contracts.followed(uzovi, agb + "04", "2023-07-01");
        contracts.accepted(uzovi, agb + "05", "2030-01-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of(agb + "01", 13, agb + "02", 11, agb + "09", 2)));
        api.deliver(
                "2023-07-01", Registrations.of(Map.of(agb + "01", 14, agb + "02", 1, agb + "03", 12, agb + "04", 3)));
        var share = contracts.share(one, "2023-04-01", null, "12.50");
        var perIon = contracts.sharePerIon(two, "2023-04-01", null, "0.37");
        api.run("2023-Q3");
        settle(uzovi, new Settlement(creditor(uzovi, agb + "01"), EntryCause.PAYOUT, -10_00));
        settle(uzovi, new Settlement(creditor(uzovi, agb + "01"), EntryCause.PAYOUT_RETURNED, 5_00));

        contracts.succeeded(two, agb + "03", "2023-07-01");
        contracts.annulled(undone);
        var offset = contracts.offset(one, "2023-04-01", null, "7.77");
        contracts.shareEnded(one, share, "2023-07-01");
        var stop = contracts.stopped(one, "2023-08-16");
        api.run("2023-Q3");
        var clawback = contracts.clawback(one, "2023-05-01", "2023-07-20", "33.33");
        contracts.clawback(one, "2023-04-01", "2023-06-01", "50.00");
        contracts.ended(two, "2023-09-01");
        api.tariff("2023-07-01", "2.95");
        api.deliver("2023-04-01", Registrations.of(Map.of(agb + "01", 17, agb + "02", 9)));
        api.run("2023-Q4");
        contracts.clawbackWithdrawn(one, clawback);
        contracts.stopWithdrawn(one, stop);
        contracts.offsetEnded(one, offset, "2023-07-01");
        contracts.shareEnded(two, perIon, "2023-07-01");
        api.run("2023-Q4");
        api.run("2023-Q4");
    }

    private static Creditor creditor(String uzovi, String agb) {
        return new Creditor(new Uzovi(uzovi), new Agb(agb), null);
    }

    private void settle(String uzovi, Settlement settlement) {
        transactions.perform(() -> booking.settlements(new Uzovi(uzovi), List.of(settlement), clock.instant()));
    }
}
