package nl.mtvp.payment.ion;

import static nl.mtvp.payment.testing.Registrations.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D39: what an insurer settles changes counts from then on; what was delivered, and what was known, stays. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SettlementTest {

    private static final String PEILDATUM = "2023-04-01";
    private static final String ONE = "00000000-0000-4000-8000-000000008701";
    private static final String TWO = "00000000-0000-4000-8000-000000008702";
    private static final String THREE = "00000000-0000-4000-8000-000000008703";
    private static final String FOUR = "00000000-0000-4000-8000-000000008705";
    private static final String FIVE = "00000000-0000-4000-8000-000000008706";
    private static final String ALONE = "00000000-0000-4000-8000-000000008704";
    private static final String AGB = "01870101";
    private static final String OTHER = "01870102";

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D39_both_count_until_one_withdraws_it_and_then_it_is_paid_less() {
        var one = new PaymentApi("8701");
        var two = new PaymentApi("8702");
        contracts.accepted("8701", AGB, PEILDATUM);
        one.tariff(PEILDATUM, "2.88");
        String mine = deliver(one, line(ONE, AGB, "2020-01-01"), line(TWO, AGB, "2020-01-01"));
        String theirs = deliver(two, line(ONE, OTHER, "2021-01-01"), line(THREE, OTHER, "2020-01-01"));
        one.run("2023-Q2").body("total", is("5.76"));
        var before = nowOf("8701");

        String id = settle(one.buyer(), mine, ONE, null)
                .statusCode(201)
                .body("uzovi", is("8701"))
                .body("countedWith", is(AGB))
                .body("countsWith", nullValue())
                .body("settledBy", is("buyer-8701"))
                .extract()
                .path("id");

        assertEquals(1, ion(one, AGB, null));
        assertEquals(2, ion(one, AGB, before));
        conflicts(one).body("", empty());
        conflicts(two).body("", empty());
        counts(one, mine).body("ion", contains(2));
        assertEquals(1, counts(two, theirs).extract().<List<Integer>>path("ion").size());
        one.run("2023-Q2").body("total", is("-2.88")).body("totals.cause", contains("ION_CORRECTION"));

        withdraw(one.buyer(), id)
                .statusCode(201)
                .body("knownUntilAt", notNullValue())
                .body("withdrawnBy", is("buyer-8701"));
        assertEquals(2, ion(one, AGB, null));
        conflicts(two).body("", hasSize(1));
        one.run("2023-Q2").body("total", is("2.88"));
        withdraw(one.buyer(), id).statusCode(409).body("type", is("urn:mtvp:problem:withdrawn-already"));
        list(one, mine).body("id", contains(id)).body("reason", contains("insured elsewhere"));
    }

    @Test
    void D39_a_patient_of_two_practices_counts_with_the_one_that_was_settled() {
        var api = new PaymentApi("8703");
        contracts.accepted("8703", AGB, PEILDATUM);
        contracts.accepted("8703", OTHER, PEILDATUM);
        String id = deliver(
                api,
                line(ONE, AGB, "2020-01-01"),
                line(ONE, OTHER, "2020-01-01"),
                line(TWO, AGB, "2019-01-01"),
                line(TWO, OTHER, "2022-01-01"));
        assertEquals(0, ion(api, AGB, null));
        assertEquals(1, ion(api, OTHER, null));

        settle(api.buyer(), id, ONE, AGB).statusCode(201).body("countedWith", nullValue());
        assertEquals(1, ion(api, AGB, null));
        String newest = settle(api.buyer(), id, TWO, AGB)
                .statusCode(201)
                .body("countedWith", is(OTHER))
                .extract()
                .path("id");
        assertEquals(2, ion(api, AGB, null));
        assertEquals(0, ion(api, OTHER, null));

        settle(api.buyer(), id, TWO, null).statusCode(409).body("type", is("urn:mtvp:problem:settled-already"));
        withdraw(api.buyer(), newest).statusCode(201);
        assertEquals(1, ion(api, AGB, null));
        settle(api.buyer(), id, TWO, null).statusCode(201);
        assertEquals(0, ion(api, OTHER, null));
    }

    @Test
    void D39_of_three_who_have_a_patient_two_are_in_conflict_when_one_withdraws() {
        var one = new PaymentApi("8709");
        var two = new PaymentApi("8710");
        var three = new PaymentApi("8715");
        contracts.accepted("8710", AGB, PEILDATUM);
        two.tariff(PEILDATUM, "2.88");
        String first = deliver(one, line(FIVE, OTHER, "2020-01-01"));
        String second = deliver(two, line(FIVE, AGB, "2020-01-01"));
        String third = deliver(three, line(FIVE, OTHER, "2020-01-01"));

        settle(one.buyer(), first, FIVE, null).statusCode(201);
        conflicts(one).body("", empty());
        conflicts(two).body("pseudonym", contains(FIVE));
        conflicts(three).body("pseudonym", contains(FIVE));
        var made = two.makeRun("2023-Q2");
        String run = made.extract().path("id");
        two.warnings(run).body("find { it.kind == 'DOUBLE_INSURANCE' }.number", is(1));
        two.withdrawRun(run).statusCode(201);

        settle(three.buyer(), third, FIVE, null).statusCode(201);
        conflicts(two).body("", empty());
        two.warnings(two.makeRun("2023-Q2").extract().path("id")).body("kind", not(hasItem("DOUBLE_INSURANCE")));
        settle(two.buyer(), second, THREE, null).statusCode(409).body("type", is("urn:mtvp:problem:nothing-to-settle"));
    }

    @Test
    void D40_a_settlement_that_makes_a_move_small_enough_undoes_its_flag() {
        var api = new PaymentApi("8707");
        deliver(new PaymentApi("8708"), line(FOUR, OTHER, "2020-01-01"));
        api.deliver("2023-01-01", Registrations.of(Map.of(AGB, 100)));
        var content = Registrations.of(Map.of(AGB, 150)) + line(FOUR, AGB, "2020-01-01");
        String id = api.deliver(PEILDATUM, content).extract().path("id");
        moves(api).body("findAll { it.knownUntilAt == null }.ionAfter", contains(151));

        String settled =
                settle(api.buyer(), id, FOUR, null).statusCode(201).extract().path("id");
        moves(api).body("findAll { it.knownUntilAt == null }", empty());
        withdraw(api.buyer(), settled).statusCode(201);
        moves(api).body("findAll { it.knownUntilAt == null }.ionAfter", contains(151));
    }

    private static ValidatableResponse moves(PaymentApi api) {
        return api.buyer().get("/v1/ion-mass-moves").then().statusCode(200);
    }

    @Test
    void D39_what_is_in_no_conflict_or_was_not_delivered_is_not_settled() {
        var api = new PaymentApi("8704");
        String id = deliver(
                api, line(ONE, AGB, "2020-01-01"), line(ONE, OTHER, "2020-01-01"), line(ALONE, AGB, "2020-01-01"));
        settle(api.buyer(), id, ALONE, null).statusCode(409).body("type", is("urn:mtvp:problem:nothing-to-settle"));
        settle(api.buyer(), id, TWO, null).statusCode(409).body("type", is("urn:mtvp:problem:nothing-to-settle"));
        settle(api.buyer(), id, ONE, "01870199")
                .statusCode(400)
                .body("errors.code", contains("not-delivered"))
                .body("errors.detail", contains(containsString(OTHER)));
        settle(api.buyer(), id, ONE, null).statusCode(400).body("errors.code", contains("counts-so-already"));
        settle(api.buyer(), id, ONE, "0187").statusCode(400).body("errors.location", contains("/countsWith"));

        String newer = deliver(api, line(ONE, AGB, "2020-01-01"), line(ONE, OTHER, "2020-01-01"));
        settle(api.buyer(), id, ONE, AGB).statusCode(409).body("type", is("urn:mtvp:problem:delivery-counts-no-more"));
        settle(api.buyer(), newer, ONE, AGB).statusCode(201);
    }

    @Test
    void D39_only_a_person_of_the_insurer_settles_and_the_audit_record_holds_no_pseudonym() {
        var api = new PaymentApi("8705");
        String id = deliver(api, line(ONE, AGB, "2020-01-01"), line(ONE, OTHER, "2020-01-01"));
        settle(new PaymentApi("8706").buyer(), id, ONE, AGB).statusCode(404);
        settle(api.auditor(), id, ONE, AGB).statusCode(403);
        settle(PaymentApi.as(Tokens.system("system-8705", Map.of("uzovi", List.of("8705")), "insurer")), id, ONE, AGB)
                .statusCode(403);
        String settled =
                settle(api.buyer(), id, ONE, AGB).statusCode(201).extract().path("id");
        withdraw(new PaymentApi("8706").buyer(), settled).statusCode(404);
        list(new PaymentApi("8706"), id).body("", empty());
        var records = jdbi.withHandle(handle -> handle.createQuery(
                        "select r::text from audit_record r where operation = 'settleConflict' and uzovi = '8705'")
                .mapTo(String.class)
                .list());
        assertEquals(1, records.size());
        assertEquals(-1, records.get(0).indexOf(ONE));
    }

    private static String deliver(PaymentApi api, String... lines) {
        return api.deliver(PEILDATUM, Registrations.of(lines))
                .body("status", is("ACCEPTED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse settle(RequestSpecification who, String delivery, String pseudonym, String agb) {
        var request =
                new HashMap<>(Map.of("deliveryId", delivery, "pseudonym", pseudonym, "reason", "insured elsewhere"));
        if (agb != null) {
            request.put("countsWith", agb);
        }
        return who.contentType("application/json")
                .body(request)
                .post("/v1/ion-settlements")
                .then();
    }

    private static ValidatableResponse withdraw(RequestSpecification who, String id) {
        return who.contentType("application/json")
                .body(Map.of("reason", "a mistake"))
                .post("/v1/ion-settlements/{id}/withdrawals", id)
                .then();
    }

    private static ValidatableResponse list(PaymentApi api, String delivery) {
        return api.buyer()
                .queryParam("deliveryId", delivery)
                .get("/v1/ion-settlements")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse conflicts(PaymentApi api) {
        return api.buyer().get("/v1/ion-conflicts").then().statusCode(200);
    }

    private static ValidatableResponse counts(PaymentApi api, String delivery) {
        return api.buyer()
                .get("/v1/ion-deliveries/{id}/counts", delivery)
                .then()
                .statusCode(200);
    }

    private static int ion(PaymentApi api, String agb, String knownAt) {
        var query = api.buyer().queryParam("quarter", "2023-Q2").queryParam("agb", agb);
        if (knownAt != null) {
            query.queryParam("knownAt", knownAt);
        }
        return query.get("/v1/entitlements").then().statusCode(200).extract().path("[0].inputs.ion.ion");
    }

    /** The moment of what was recorded last; what comes next comes later. */
    private String nowOf(String uzovi) {
        var last =
                jdbi.withHandle(handle -> handle.createQuery("select last_known from fact_clock where uzovi = :uzovi")
                        .bind("uzovi", uzovi)
                        .mapTo(Instant.class)
                        .one());
        TestClock.at("2023-05-02");
        return last.toString();
    }
}
