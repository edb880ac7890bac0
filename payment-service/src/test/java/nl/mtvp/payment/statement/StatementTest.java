package nl.mtvp.payment.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D52: what a run booked for a practice or an RHO, in each form, as the worked examples 1 to 6 have it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class StatementTest {

    private static final String UZOVI = "8420";
    private static final String AGB = "01842001";
    private static final String CREDITOR = "agb:" + AGB;

    private final PaymentApi api = new PaymentApi(UZOVI);

    private static String first;
    private static String second;
    private static String afterFirst;

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void live() {
        var clock = TestClock.at("2023-07-10");
        if (second != null) {
            clock.moveTo("2024-02-01");
            return;
        }
        var contract = contracts.accepted(UZOVI, AGB, "2023-04-01");
        contracts.share(contract, "2023-04-01", null, "12.5");
        api.tariff("2023-04-01", "2.88");
        deliver("2023-04-01", 421);
        deliver("2023-07-01", 425);
        var run = api.run("2023-Q3").extract();
        first = run.path("id");
        afterFirst = run.path("postedAt");
        clock.moveTo("2024-02-01");
        deliver("2023-04-01", 419);
        api.tariff("2023-04-01", "2.95");
        contracts.stopped(contract, "2023-08-15");
        second = api.run("2024-Q1").extract().path("id");
    }

    @Test
    void D52_a_practice_reads_every_line_with_what_was_booked_and_why() {
        get(practice(), second, CREDITOR)
                .body("statement.quarter", is("2024-Q1"))
                .body("statement.peildatum", is("2024-01-01"))
                .body("statement.lines", is(3))
                .body("lines.quarter", contains("2023-Q2", "2023-Q3", "2024-Q1"))
                .body("lines.bookedBefore", contains("1060.92", "1071.00", "0.00"))
                .body("lines.bookedNow", contains("20.62", "-534.41", "0.00"))
                .body("lines.due", contains("1081.54", "536.59", "0.00"))
                .body("statement.total", is("-513.79"))
                .body("lines[0].explanation.parts.cause", contains("ION_CORRECTION", "TARIFF_REVISION"))
                .body("lines[0].explanation.parts.component", contains("PRACTICE", "PRACTICE"))
                .body("lines[2].explanation.zeroReason", is("ENDED"))
                .body("proof.canonicalLines", hasSize(4))
                .body("proof.canonicalLines[0]", containsString("creditor:" + UZOVI + ":" + CREDITOR))
                .body("proof.head", is(head()));
    }

    @Test
    void D49_D52_an_rho_reads_what_moves_of_its_share() {
        get(api.auditor(), first, "rho:voorbeeld")
                .body("statement.rho", is("voorbeeld"))
                .body("lines.agb", contains(AGB, AGB))
                .body("lines.bookedNow", contains("151.56", "153.00"))
                .body("lines.explanation.parts.flatten().component", contains("RHO", "RHO"))
                .body("statement.total", is("304.56"));
        PaymentApi.as(Tokens.rho("r", "voorbeeld", "rho"))
                .queryParam("uzovi", UZOVI)
                .get("/v1/statements")
                .then()
                .statusCode(200)
                .body("creditor", contains("rho:voorbeeld", "rho:voorbeeld"));
        get404(PaymentApi.as(Tokens.rho("r", "voorbeeld", "rho")), first, CREDITOR);
        get404(practice(), first, "rho:voorbeeld");
    }

    @Test
    void D52_the_list_has_one_for_each_run_and_creditor_in_the_order_of_booking() {
        practice()
                .queryParam("uzovi", UZOVI)
                .get("/v1/statements")
                .then()
                .statusCode(200)
                .body("runId", contains(first, second))
                .body("creditor", contains(CREDITOR, CREDITOR))
                .body("total", contains("2131.92", "-513.79"));
        practice().queryParam("quarter", "2023-Q3").get("/v1/statements").then().body("runId", contains(first));
        var page = api.buyer().queryParam("limit", 3).get("/v1/statements").then();
        var next = page.statusCode(200).body("", hasSize(3)).extract().header("Link");
        api.buyer()
                .urlEncodingEnabled(false)
                .get(next.replaceAll("^<(.*)>.*$", "$1"))
                .then()
                .statusCode(200)
                .body("", hasSize(1));
        api.buyer().queryParam("cursor", "bm8").get("/v1/statements").then().statusCode(400);
    }

    @Test
    void D54_a_statement_is_there_from_its_booking_on_and_never_changes() {
        practice()
                .queryParams(Map.of("uzovi", UZOVI, "knownAt", afterFirst))
                .get("/v1/statements")
                .then()
                .body("runId", contains(first));
        var then = get(practice().queryParam("knownAt", afterFirst), first, CREDITOR)
                .extract()
                .asString();
        assertEquals(then, get(practice(), first, CREDITOR).extract().asString());
        get404(practice().queryParam("knownAt", afterFirst), second, CREDITOR);
        practice()
                .queryParam("knownAt", "2024-02-02T00:00:00Z")
                .get("/v1/statements/{run}/{creditor}", second, CREDITOR)
                .then()
                .statusCode(400)
                .body("errors.code", contains("in-the-future"));
        practice()
                .queryParam("knownAt", "2024-02-02T00:00:00Z")
                .get("/v1/statements")
                .then()
                .statusCode(400);
    }

    @Test
    void D52_as_csv_it_has_a_row_for_each_part() {
        var csv = practice()
                .accept("text/csv")
                .get("/v1/statements/{run}/{creditor}", second, CREDITOR)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        var rows = csv.split("\r\n");
        assertEquals(6, rows.length, csv);
        assertTrue(rows[0].startsWith("uzovi,creditor,agb,runId,bookedAt,quarter,peildatum,cause,amount,bookedBefore"));
        assertTrue(rows[1].contains(",2023-Q2,2023-04-01,ION_CORRECTION,"), rows[1]);
        assertTrue(rows[5].contains(",2024-Q1,2024-01-01,,0.00,"), rows[5]);
    }

    @Test
    void D52_as_a_page_it_is_dutch_or_english_and_loads_nothing() throws IOException {
        var dutch = page(practice(), second)
                .header("Content-Language", "nl")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .body(startsWith("<!DOCTYPE html>"))
                .body(containsString("<html lang=\"nl\">"))
                .body(containsString("€\u00a02,95 per patiënt per kwartaal"))
                .body(containsString("<th scope=\"col\">Kwartaal</th>"))
                .body(containsString("Tweede kwartaal 2023"))
                .body(containsString(head()))
                .body(not(containsString("<script")))
                .extract()
                .asString();
        Files.createDirectories(Path.of("target/statements"));
        Files.writeString(Path.of("target/statements/statement.html"), dutch);
        page(practice().header("Accept-Language", "fr, en-GB;q=0.8, nl;q=0.5"), second)
                .header("Content-Language", "en")
                .body(containsString("€2.95 for each patient a quarter"))
                .body(containsString("Second quarter of 2023"));
        page(practice().header("Accept-Language", "en").queryParam("language", "nl"), second)
                .header("Content-Language", "nl");
        practice()
                .queryParam("language", "fy")
                .accept("text/html")
                .get("/v1/statements/{r}/{c}", second, CREDITOR)
                .then()
                .statusCode(400);
        practice()
                .accept("image/png")
                .get("/v1/statements/{r}/{c}", second, CREDITOR)
                .then()
                .statusCode(406);
    }

    @Test
    void D52_what_is_named_on_the_page_cannot_be_markup() {
        var contract = contracts.accepted("8421", "01842101", "2023-04-01");
        contracts.tell(
                "nl.mtvp.rho-share-agreed.v1",
                contract,
                Map.of(
                        "shareId", "00000000-0000-4000-8000-000000842101",
                        "rho", "<b>&\"rho\"</b>",
                        "percentage", "10",
                        "shareFrom", "2023-04-01",
                        "sourceKnownAt", "2023-04-01T00:00:00Z"));
        var other = new PaymentApi("8421");
        other.tariff("2023-04-01", "2.88");
        other.deliver("2023-04-01", Registrations.of(Map.of("01842101", 10)));
        String run = other.run("2023-Q2").extract().path("id");
        other.buyer()
                .accept("text/html")
                .get("/v1/statements/{r}/{c}", run, "agb:01842101")
                .then()
                .statusCode(200)
                .body(containsString("RHO &lt;b&gt;&amp;&quot;rho&quot;&lt;/b&gt;"))
                .body(not(containsString("<b>")));
    }

    @Test
    void nobody_reads_the_statement_of_somebody_else() {
        get404(PaymentApi.as(Tokens.practice("q", List.of("01842002"), "12345678", "practice")), first, CREDITOR);
        get404(new PaymentApi("8422").buyer(), first, CREDITOR);
        PaymentApi.as(Tokens.of("a", "auditor")).get("/v1/statements").then().body("", empty());
        PaymentApi.as(Tokens.of("n", "notary")).get("/v1/statements").then().statusCode(403);
        get404(api.buyer(), first, "agb:01842009");
        api.buyer().get("/v1/statements/no-run/{c}", CREDITOR).then().statusCode(400);
    }

    @Test
    void D48_the_sums_of_statements_and_totals_are_those_of_the_entries() throws Exception {
        long booked = sum("select sum(amount) from ledger_entry where line_id is not null");
        assertEquals(booked, sum("select sum(cents) from statement"));
        assertEquals(booked, sum("select sum(cents) from posting_total"));
        for (var table : List.of("statement", "posting_total")) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "insert into " + table + " select * from " + table);
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "update " + table + " set cents = 0");
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "update " + table + " set cents = 0");
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "delete from " + table);
        }
    }

    private long sum(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String head() {
        return api.auditor()
                .queryParam("uzovi", UZOVI)
                .get("/v1/postings")
                .then()
                .extract()
                .path("[1].head");
    }

    private void deliver(String peildatum, int ion) {
        api.deliver(peildatum, Registrations.of(Map.of(AGB, ion))).body("status", is("ACCEPTED"));
    }

    private static RequestSpecification practice() {
        return PaymentApi.as(Tokens.practice("p", List.of(AGB), "12345678", "practice"));
    }

    private static ValidatableResponse get(RequestSpecification as, String run, String creditor) {
        return as.get("/v1/statements/{run}/{creditor}", run, creditor).then().statusCode(200);
    }

    private static void get404(RequestSpecification as, String run, String creditor) {
        as.get("/v1/statements/{run}/{creditor}", run, creditor)
                .then()
                .statusCode(404)
                .body("type", is("urn:mtvp:problem:statement-not-found"));
    }

    private static ValidatableResponse page(RequestSpecification as, String run) {
        return as.accept("text/html")
                .get("/v1/statements/{run}/{creditor}", run, CREDITOR)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8");
    }
}
