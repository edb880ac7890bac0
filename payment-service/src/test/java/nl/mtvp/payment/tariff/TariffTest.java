package nl.mtvp.payment.tariff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D37 over HTTP: two decimals, the NZa's maximum, four eyes, and revisions that erase nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TariffTest {

    private final PaymentApi api = new PaymentApi("5001");

    private TestClock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    ContractEvents contracts;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-05-01");
    }

    @Test
    void D37_a_tariff_with_three_decimals_is_refused_and_never_rounded() {
        api.proposeTariff("2023-04-01", "2.885")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.location", contains("/euroPerIonPerQuarter"))
                .body("errors.code", contains("malformed"));
    }

    @Test
    void every_fault_of_a_request_is_named_at_once() {
        api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of("uzovi", "51", "validFrom", "2023-4-1", "euroPerIonPerQuarter", 2.88, "more", true))
                .post("/v1/tariffs")
                .then()
                .statusCode(400)
                .body("errors.location", hasItem("/uzovi"))
                .body("errors.location", hasItem("/validFrom"))
                .body("errors.location", hasItem("/euroPerIonPerQuarter"))
                .body("errors.location", hasItem("/more"))
                .body("errors.location", hasItem("/ground"));
        api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "uzovi", "5001",
                        "validFrom", "2023-04-01",
                        "validUntil", "2023-04-01",
                        "euroPerIonPerQuarter", "0.00",
                        "ground", "none"))
                .post("/v1/tariffs")
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-after-start", "not-positive"));
    }

    @ParameterizedTest(name = "from {0} until {1} for {2}: {3}")
    @CsvSource({
        "2024-02-15, 2024-03-15, 2.88, no-peildatum",
        "2024-01-02, 2024-04-01, 2.88, no-peildatum",
        "2022-01-01, 2023-01-01, 2.88, no-peildatum",
        "1999-01-01, 2024-01-01, 2.88, scheme-time",
        "2024-01-01, 2025-01-01, 10000.01, too-much",
        "2024-01-01, 2025-01-01, 9999999999999999.99, too-much"
    })
    void D37_a_tariff_that_could_never_be_paid_is_refused(String from, String until, String euro, String code) {
        api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "uzovi",
                        "5001",
                        "validFrom",
                        from,
                        "validUntil",
                        until,
                        "euroPerIonPerQuarter",
                        euro,
                        "ground",
                        "x"))
                .post("/v1/tariffs")
                .then()
                .statusCode(400)
                .body("errors.code", contains(code));
    }

    @Test
    void D37_a_tariff_above_the_NZa_maximum_is_refused() {
        api.proposeTariff("2025-01-01", "3.24")
                .statusCode(400)
                .body("type", is("urn:mtvp:problem:tariff-above-maximum"));
        api.proposeTariff("2024-01-01", "3.24").statusCode(400);
        api.proposeTariff("2025-01-01", "3.23").statusCode(201).body("state", is("PROPOSED"));
    }

    @Test
    void D37_what_is_wrong_with_a_tariff_is_named_at_once() {
        PaymentApi.as(Tokens.insurer("buyer-5001", List.of("5001"), "insurer"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "uzovi", "5001", "validFrom", "2025-01-01", "euroPerIonPerQuarter", "3.24", "segment", "S9"))
                .post("/v1/tariffs")
                .then()
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/ground", "/segment", "/euroPerIonPerQuarter"));
        api.proposeTariff("2099-10-02", "2.88")
                .statusCode(400)
                .body("errors.location", contains("/validFrom"))
                .body("errors.code", contains("no-peildatum"));
        api.proposeTariff("2099-10-01", "2.88").statusCode(201);
    }

    @Test
    void D37_another_person_approves_and_so_makes_it_known() {
        String id = api.proposeTariff("2023-04-01", "2.88")
                .statusCode(201)
                .body("periods", empty())
                .extract()
                .path("id");
        var both = Tokens.insurer("buyer-5001", List.of("5001"), "insurer", "insurer-approver");
        PaymentApi.as(both)
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:approver-is-maker"));
        var system = Tokens.system("insurer-5001", Map.of("uzovi", "5001"), "insurer-approver");
        PaymentApi.as(system)
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        api.buyer().post("/v1/tariffs/{id}/approvals", id).then().statusCode(403);
        new PaymentApi("5002")
                .approver()
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(404);
        api.approver()
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(201)
                .body("state", is("KNOWN"))
                .body("approvedBy", is("approver-5001"))
                .body("periods.knownUntilAt", contains(nullValue()));
        api.approver().post("/v1/tariffs/{id}/approvals", id).then().statusCode(409);
    }

    @Test
    void D37_four_eyes_hold_in_the_database_too() {
        String id = api.proposeTariff("2023-04-01", "2.88").extract().path("id");
        var violation = assertThrows(
                UnableToExecuteStatementException.class,
                () -> jdbi.useHandle(handle -> handle.createUpdate(
                                "update tariff_proposal set approved_by = proposed_by, approved_at = proposed_at where id = :id")
                        .bind("id", UUID.fromString(id))
                        .execute()));
        assertEquals(
                "a_tariff_is_approved_by_another",
                Violations.constraint(violation).orElseThrow());
    }

    @Test
    void D37_a_revision_splits_what_it_overlaps_and_the_old_stays_readable() {
        var own = new PaymentApi("5003");
        String whole = own.tariff("2023-01-01", "2.80");
        clock.moveTo("2023-06-01");
        String proposal = proposed(own, "2023-04-01", "2023-07-01", "2.90")
                .body("lowersContractedDays", is(false))
                .extract()
                .path("id");
        own.approver().post("/v1/tariffs/{id}/approvals", proposal).then().statusCode(201);
        own.buyer()
                .get("/v1/tariffs/{id}", whole)
                .then()
                .body("periods.validFrom", contains("2023-01-01", "2023-01-01", "2023-07-01"))
                .body("periods.validUntil", contains(nullValue(), is("2023-04-01"), nullValue()))
                .body("periods.knownUntilAt", contains(notNullValue(), nullValue(), nullValue()));
    }

    @Test
    void D37_a_revision_that_lowers_contracted_days_is_flagged() {
        var own = new PaymentApi("5004");
        own.tariff("2023-04-01", "2.88");
        own.proposeTariff("2023-04-01", "2.80").body("lowersContractedDays", is(false));
        contracts.accepted("5004", "01500401", "2023-07-01");
        own.proposeTariff("2023-04-01", "2.80").body("lowersContractedDays", is(true));
        own.proposeTariff("2023-04-01", "2.90").body("lowersContractedDays", is(false));
        // The days before the contract are nobody's.
        proposed(own, "2023-04-01", "2023-07-01", "2.80").body("lowersContractedDays", is(false));
        proposed(own, "2023-04-01", "2023-07-02", "2.80").body("lowersContractedDays", is(true));
    }

    @Test
    void D37_what_an_approver_was_shown_is_looked_at_again_at_the_approval() {
        var own = new PaymentApi("5005");
        own.tariff("2023-04-01", "2.88");
        contracts.accepted("5005", "01500501", "2023-07-01");
        String lower = own.proposeTariff("2023-04-01", "3.07")
                .body("lowersContractedDays", is(false))
                .extract()
                .path("id");
        String higher = own.proposeTariff("2023-04-01", "3.10").extract().path("id");
        own.approver().post("/v1/tariffs/{id}/approvals", higher).then().statusCode(201);
        own.approver()
                .post("/v1/tariffs/{id}/approvals", lower)
                .then()
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:tariff-changed"))
                .body("errors.location", contains("lowersContractedDays"));
        String anew = own.proposeTariff("2023-04-01", "3.07")
                .body("lowersContractedDays", is(true))
                .extract()
                .path("id");
        own.approver().post("/v1/tariffs/{id}/approvals", anew).then().statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse proposed(
            PaymentApi api, String from, String until, String euro) {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "uzovi", api.uzovi(),
                        "validFrom", from,
                        "validUntil", until,
                        "euroPerIonPerQuarter", euro,
                        "ground", "a court's order"))
                .post("/v1/tariffs")
                .then()
                .statusCode(201);
    }

    @Test
    void P14_two_tariffs_on_one_day_and_moment_are_refused_by_the_database() {
        var own = new PaymentApi("5005");
        own.tariff("2023-04-01", "2.88");
        var violation = assertThrows(
                UnableToExecuteStatementException.class,
                () -> jdbi.useHandle(
                        handle -> handle.execute(
                                """
                        insert into tariff (id, proposal_id, uzovi, valid, known, first_known_at, euro)
                        select gen_random_uuid(), proposal_id, uzovi, '[2023-09-01,2023-09-02)', known, first_known_at, 2.90
                        from tariff where uzovi = '5005'
                        """)));
        assertEquals(
                "one_tariff_per_day_and_moment",
                Violations.constraint(violation).orElseThrow());
    }

    @Test
    void a_list_shows_own_tariffs_only_and_pages() {
        var own = new PaymentApi("5006");
        own.proposeTariff("2023-04-01", "2.88").statusCode(201);
        own.proposeTariff("2024-04-01", "2.90").statusCode(201);
        var first = own.buyer()
                .queryParam("limit", 1)
                .get("/v1/tariffs")
                .then()
                .statusCode(200)
                .body("", hasSize(1));
        var next = first.extract().header("Link").replaceAll("^<(.*)>.*$", "$1");
        own.buyer().urlEncodingEnabled(false).get(next).then().statusCode(200).body("", hasSize(1));
        new PaymentApi("5007").buyer().get("/v1/tariffs").then().body("", empty());
        new PaymentApi("5007")
                .buyer()
                .queryParam("uzovi", "5006")
                .get("/v1/tariffs")
                .then()
                .body("", empty());
    }

    @Test
    void a_request_needs_a_token_with_a_subject_and_of_the_right_insurer() {
        var body = Map.of(
                "uzovi", "5001", "validFrom", "2023-04-01", "euroPerIonPerQuarter", "2.88", "ground", "as published");
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/tariffs")
                .then()
                .statusCode(401);
        var nobody = Tokens.sign(Tokens.person(null, "insurer").claim("uzovi", List.of("5001")));
        PaymentApi.as(nobody)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/tariffs")
                .then()
                .statusCode(401);
        new PaymentApi("5002")
                .buyer()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/tariffs")
                .then()
                .statusCode(403);
        api.auditor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/tariffs")
                .then()
                .statusCode(403);
    }

    @Test
    void P10_the_same_key_gives_the_same_answer_and_with_another_body_a_refusal() {
        var key = UUID.randomUUID().toString();
        String id = keyed(key, "2.88").statusCode(201).extract().path("id");
        keyed(key, "2.88").statusCode(201).body("id", is(id));
        keyed(key, "2.89").statusCode(409).body("type", is("urn:mtvp:problem:idempotency-key-reused"));
    }

    private io.restassured.response.ValidatableResponse keyed(String key, String euro) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.insurer("buyer-5001", List.of("5001"), "insurer"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "uzovi", "5001",
                        "validFrom", "2023-04-01",
                        "euroPerIonPerQuarter", euro,
                        "ground", "as published"))
                .post("/v1/tariffs")
                .then();
    }
}
