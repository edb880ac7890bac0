package nl.mtvp.payment.run;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D45, D46, D53 over HTTP: what a run proposes, who approves it, and what stands in its way. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RunTest {

    private TestClock clock;

    @Inject
    ContractEvents contracts;

    @Inject
    FactClock factClock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D46_an_insurer_has_one_open_run_until_it_is_withdrawn() {
        var api = new PaymentApi("6001");
        String id = api.makeRun("2023-Q3")
                .statusCode(200)
                .body("state", is("DRAFT"))
                .extract()
                .path("id");
        api.makeRun("2023-Q3").statusCode(409).body("type", is("urn:mtvp:problem:open-run"));
        api.withdrawRun(id).statusCode(201).body("state", is("WITHDRAWN")).body("withdrawalReason", notNullValue());
        api.withdrawRun(id).statusCode(409);
        api.makeRun("2023-Q3").statusCode(200);
        api.buyer().queryParam("state", "DRAFT").get("/v1/payment-runs").then().body("", hasSize(1));
        api.buyer().get("/v1/payment-runs").then().body("state", contains("WITHDRAWN", "DRAFT"));
    }

    @Test
    void D46_the_approver_is_another_person_and_names_the_proposal() {
        var api = new PaymentApi("6002");
        var made = api.makeRun("2023-Q3");
        String id = made.extract().path("id");
        String hash = made.extract().path("proposalHash");
        api.approveRun(id, "0".repeat(64)).statusCode(409).body("type", is("urn:mtvp:problem:other-proposal"));
        api.approveRun(id, "no hash").statusCode(400).body("errors.location", contains("/proposalHash"));
        approve(Tokens.insurer("buyer-6002", List.of("6002"), "insurer", "insurer-approver"), id, hash)
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:approver-is-maker"));
        approve(Tokens.system("insurer-6002", Map.of("uzovi", "6002"), "insurer-approver"), id, hash)
                .statusCode(403);
        approve(Tokens.insurer("x", List.of("6003"), "insurer-approver"), id, hash)
                .statusCode(404);
        api.approveRun(id, hash).statusCode(201).body("state", is("APPROVED"));
    }

    @Test
    void D46_an_approval_that_waited_is_not_before_what_came_meanwhile() throws Exception {
        var api = new PaymentApi("6015");
        var made = api.makeRun("2023-Q3");
        String id = made.extract().path("id");
        String hash = made.extract().path("proposalHash");
        try (var writer = new OpenTransaction()) {
            writer.perform(() -> factClock.moment(new Uzovi("6015"), clock.instant()));
            var approval = CompletableFuture.supplyAsync(() -> api.approveRun(id, hash));
            assertThrows(TimeoutException.class, () -> approval.get(500, TimeUnit.MILLISECONDS));
            clock.move(Duration.ofMinutes(1));
            writer.commit();
            approval.get(60, TimeUnit.SECONDS)
                    .statusCode(201)
                    .body("approvedAt", is(clock.instant().toString()));
        }
    }

    @Test
    void D46_a_fact_after_the_cut_off_forbids_the_approval() {
        var api = new PaymentApi("6004");
        api.tariff("2023-04-01", "2.88");
        var made = api.makeRun("2023-Q3");
        var contract = contracts.accepted("6004", "01600401", "2023-07-01");
        contracts.stopped(contract, "2023-08-01");
        api.deliver("2023-07-01", Registrations.of(Map.of("01600401", 10)));
        String tariff = api.tariff("2023-07-01", "2.95");
        api.approveRun(made.extract().path("id"), made.extract().path("proposalHash"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:facts-after-cut-off"))
                .body(
                        "errors.code",
                        contains("contract-accepted", "contract-stopped", "delivery-accepted", "tariff-approved"))
                .body("errors[0].location", is("contract " + contract.id() + " with practice 01600401"))
                .body("errors[2].location", containsString("for 2023-07-01"))
                .body("errors[3].location", is("tariff " + tariff + ", valid from 2023-07-01"))
                .body("errors.detail", everyItem(containsString("recorded at 2023-07-10T10:00:00")));
        api.withdrawRun(made.extract().path("id")).statusCode(201);
        api.run("2023-Q3").body("state", is("POSTED"));
    }

    @Test
    void D46_what_is_posted_or_withdrawn_stays_that() {
        var api = new PaymentApi("6014");
        var posted = api.run("2023-Q3");
        var withdrawn = api.makeRun("2023-Q3");
        api.withdrawRun(withdrawn.extract().path("id")).statusCode(201);
        for (var run : List.of(posted, withdrawn)) {
            String id = run.extract().path("id");
            api.withdrawRun(id).statusCode(409).body("type", is("urn:mtvp:problem:run-state"));
            api.approveRun(id, run.extract().path("proposalHash"))
                    .statusCode(409)
                    .body("type", is("urn:mtvp:problem:run-state"));
        }
    }

    @Test
    void D46_the_quarter_is_reached_and_not_before_the_last_posted_one() {
        var api = new PaymentApi("6005");
        api.makeRun("2023-Q4").statusCode(409).body("type", is("urn:mtvp:problem:peildatum-in-future"));
        api.run("2023-Q3");
        api.makeRun("2023-Q2").statusCode(409).body("type", is("urn:mtvp:problem:quarter-before-last-posted"));
        api.makeRun("2023Q2")
                .statusCode(400)
                .body("errors.location", contains("/quarter"))
                .body("errors.detail", contains("a quarter is written like 2023-Q2"));
    }

    @Test
    void P7_the_proposal_hash_is_the_same_for_the_same_facts_and_another_for_others() {
        var api = new PaymentApi("6006");
        api.tariff("2023-04-01", "2.88");
        contracts.accepted("6006", "01600601", "2023-07-01");
        api.deliver("2023-07-01", Registrations.of(Map.of("01600601", 10)));
        String first = madeAndWithdrawn(api);
        clock.moveTo("2023-08-01");
        assertEquals(first, madeAndWithdrawn(api));
        api.deliver("2023-07-01", Registrations.of(Map.of("01600601", 11)));
        assertNotEquals(first, madeAndWithdrawn(api));
    }

    @Test
    void P7_a_preview_is_what_a_run_comes_to_and_keeps_nothing() {
        var api = new PaymentApi("6013");
        api.tariff("2023-04-01", "2.88");
        contracts.accepted("6013", "01601301", "2023-04-01");
        api.deliver("2023-04-01", Registrations.of(Map.of("01601301", 10)));
        api.deliver("2023-07-01", Registrations.of(Map.of("01601301", 11)));
        var preview = api.preview("2023-Q3")
                .body("totalsPerQuarter.quarter", contains("2023-Q2", "2023-Q3"))
                .body("totalsPerQuarter.cause", contains("RETROACTIVE", "REGULAR"))
                .body("totalsPerQuarter.amount", contains("28.80", "31.68"))
                .body("total", is("60.48"))
                .extract();
        api.buyer().get("/v1/payment-runs").then().body("", empty());
        var run = api.makeRun("2023-Q3")
                .body("proposalHash", is(preview.<String>path("proposalHash")))
                .body("totalsPerQuarter", is(preview.<List<?>>path("totalsPerQuarter")))
                .body("lines", is(preview.<Integer>path("lines")))
                .extract();
        // An open run is not in the way of a preview, which sees what came after the run's cut-off.
        clock.moveTo("2023-07-11");
        api.tariff("2023-04-01", "2.95");
        api.preview("2023-Q3").body("total", is("61.95"));
        api.getRun(run.<String>path("id")).body("total", is("60.48"));
        api.buyer()
                .contentType("application/json")
                .body(Map.of("uzovi", "6013", "quarter", "2023-Q4"))
                .post("/v1/payment-run-previews")
                .then()
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:peildatum-in-future"));
    }

    @Test
    void D45_zero_is_an_answer_with_a_reason() {
        var api = new PaymentApi("6007");
        contracts.accepted("6007", "01600701", "2023-07-01");
        var ended = contracts.accepted("6007", "01600702", "2023-04-01");
        contracts.stopped(ended, "2023-06-15");
        contracts.accepted("6007", "01600703", "2023-10-01");
        assertEquals(List.of("NO_DELIVERY", "ENDED", "NOT_STARTED"), reasons(api));
        api.deliver("2023-07-01", Registrations.of(Map.of("01600701", 10)));
        assertEquals(List.of("NO_TARIFF", "ENDED", "NOT_STARTED"), reasons(api));
        api.tariff("2023-04-01", "2.88");
        api.run("2023-Q3").body("total", is("28.80")).body("zeroLines", is(2));
        assertEquals(List.of("ALREADY_BOOKED", "ENDED", "NOT_STARTED"), reasons(api));
    }

    @Test
    void D44_what_becomes_known_after_an_empty_run_is_retroactive() {
        var api = new PaymentApi("6008");
        contracts.accepted("6008", "01600801", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.run("2023-Q3").body("totals", empty()).body("zeroLines", is(1));
        clock.moveTo("2023-10-10");
        api.deliver("2023-07-01", Registrations.of(Map.of("01600801", 10)));
        api.run("2023-Q4").body("totals.cause", contains("RETROACTIVE")).body("total", is("28.80"));
    }

    @Test
    void D53_a_line_is_explained_to_insurer_and_practice_with_inputs_and_sentences() {
        var api = new PaymentApi("6009");
        contracts.accepted("6009", "01600901", "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of("01600901", 421)));
        api.run("2023-Q3");
        clock.moveTo("2023-08-01");
        api.tariff("2023-04-01", "2.95");
        String run = api.run("2023-Q3")
                .body("totals.cause", contains("TARIFF_REVISION"))
                .extract()
                .path("id");
        String line = api.lines(run).get(0).get("id").toString();
        var practice = Tokens.practice("p", List.of("01600901"), "12345678", "practice");
        PaymentApi.as(practice)
                .get("/v1/explanations/{id}", line)
                .then()
                .statusCode(200)
                .body("rules", contains("D37", "D41", "D42", "D43", "D44"))
                .body("arithmetic", is("421 x 2.95 x 91/91 = 1241.95"))
                .body("inputs.ion.ion", is(421))
                .body("inputs.inForce.origins[0].sourceKnownAt", is("2023-07-10T09:59:00Z"))
                .body("parts[0].arithmetic", is("1241.95 - 1212.48 = 29.47"))
                .body("parts[0].inputsBefore.tariff.euroPerIonPerQuarter", is("2.88"))
                .body("parts[0].inputsAfter.tariff.euroPerIonPerQuarter", is("2.95"))
                .body("parts[0].inputsAfter.tariff.origin.knownAt", containsString("2023-08-01"))
                .body(
                        "parts[0].sentence.nl",
                        is("Over het tweede kwartaal 2023 wordt € 29,47 bijbetaald: het tarief is herzien tot €"
                                + " 2,95 per patiënt per kwartaal in plaats van € 2,88. Het bedrag wordt €"
                                + " 1.241,95 in plaats van € 1.212,48."))
                .body(
                        "parts[0].sentence.en",
                        is("For the second quarter of 2023 €29.47 more is paid: the tariff is revised to €2.95 for each"
                                + " patient a quarter instead of €2.88. The amount becomes €1,241.95 instead of"
                                + " €1,212.48."));
        PaymentApi.as(Tokens.practice("q", List.of("01600902"), "12345678", "practice"))
                .get("/v1/explanations/{id}", line)
                .then()
                .statusCode(404);
    }

    @Test
    void a_practice_sees_what_is_posted_and_its_own_only() {
        var api = new PaymentApi("6010");
        contracts.accepted("6010", "01601001", "2023-07-01");
        contracts.accepted("6010", "01601002", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of("01601001", 10, "01601002", 20)));
        String draft = api.makeRun("2023-Q3").extract().path("id");
        String line = api.lines(draft).get(0).get("id").toString();
        var practice = Tokens.practice("p", List.of("01601001"), "12345678", "practice");
        PaymentApi.as(practice).get("/v1/explanations/{id}", line).then().statusCode(404);
        PaymentApi.as(practice).get("/v1/payments").then().statusCode(200).body("", empty());
        api.withdrawRun(draft);
        api.run("2023-Q3");
        PaymentApi.as(practice)
                .get("/v1/payments")
                .then()
                .body("agb", contains("01601001"))
                .body("amount", contains("28.80"));
        PaymentApi.as(practice)
                .queryParam("quarter", "2023-Q3")
                .get("/v1/entitlements")
                .then()
                .body("agb", contains("01601001"));
        PaymentApi.as(practice).get("/v1/payment-runs/{id}", draft).then().statusCode(403);
        var other = new PaymentApi("6011");
        other.buyer().get("/v1/payment-runs/{id}", draft).then().statusCode(404);
        other.buyer().get("/v1/payment-runs/{id}/lines", draft).then().statusCode(404);
        other.buyer().get("/v1/explanations/{id}", line).then().statusCode(404);
        other.buyer().queryParam("uzovi", "6010").get("/v1/payments").then().body("", empty());
        PaymentApi.as(Tokens.insurer("a", List.of("6011"), "auditor"))
                .get("/v1/payments")
                .then()
                .body("", empty());
        PaymentApi.as(Tokens.of("a", "auditor")).get("/v1/payments").then().body("", empty());
    }

    @Test
    void a_runs_lines_and_payments_page_by_cursor() {
        var api = new PaymentApi("6012");
        for (int i = 1; i <= 3; i++) {
            contracts.accepted("6012", "0160120" + i, "2023-07-01");
        }
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of("01601201", 1, "01601202", 2, "01601203", 3)));
        String run = api.run("2023-Q3").extract().path("id");
        paged(api, "/v1/payment-runs/" + run + "/lines");
        paged(api, "/v1/payments?uzovi=6012");
        paged(api, "/v1/ledger-entries?uzovi=6012");
        api.buyer().queryParam("cursor", "bm8").get("/v1/payments").then().statusCode(400);
        api.buyer()
                .queryParam("cursor", "bm8")
                .get("/v1/payment-runs/{id}/lines", run)
                .then()
                .statusCode(400);
        api.buyer().queryParam("limit", 1_001).get("/v1/payments").then().statusCode(400);
        api.buyer().queryParam("cause", "BAD").get("/v1/payments").then().statusCode(400);
        api.buyer()
                .queryParam("cause", "COVERAGE")
                .get("/v1/payments")
                .then()
                .statusCode(200)
                .body("", empty());
        api.buyer()
                .queryParams(Map.of("bookedFrom", "2023-07-10", "bookedUntil", "2023-07-11"))
                .get("/v1/payments")
                .then()
                .body("", hasSize(3));
        api.buyer()
                .queryParam("bookedUntil", "2023-07-10")
                .get("/v1/payments")
                .then()
                .body("", empty());
    }

    private static void paged(PaymentApi api, String path) {
        var first = api.buyer()
                .queryParam("limit", 2)
                .get(path)
                .then()
                .statusCode(200)
                .body("", hasSize(2));
        var next = first.extract().header("Link").replaceAll("^<(.*)>.*$", "$1");
        api.buyer()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .header("Link", nullValue());
    }

    private static String madeAndWithdrawn(PaymentApi api) {
        var made = api.makeRun("2023-Q3").statusCode(200);
        api.withdrawRun(made.extract().path("id"));
        return made.extract().path("proposalHash");
    }

    private static List<String> reasons(PaymentApi api) {
        String id = api.makeRun("2023-Q3").statusCode(200).extract().path("id");
        var reasons = api.lines(id).stream()
                .sorted(java.util.Comparator.comparing(line -> line.get("agb").toString()))
                .map(line -> String.valueOf(line.get("zeroReason")))
                .toList();
        api.withdrawRun(id);
        return reasons;
    }

    private static io.restassured.response.ValidatableResponse approve(String token, String run, String hash) {
        return PaymentApi.as(token)
                .contentType("application/json")
                .body(Map.of("proposalHash", hash))
                .post("/v1/payment-runs/{id}/approvals", run)
                .then();
    }
}
