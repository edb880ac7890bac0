package nl.mtvp.payment.run;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D46: what somebody has to look at before a run is approved, bound to the proposal that it is about. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class WarningTest {

    @Inject
    ContractEvents contracts;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D46_contracts_without_delivery_or_tariff_are_looked_at_before_the_approval() {
        var api = new PaymentApi("6201");
        contracts.accepted("6201", "01620101", "2023-04-01");
        contracts.accepted("6201", "01620102", "2023-07-01");
        contracts.accepted("6201", "01620103", "2023-10-01");
        api.deliver("2023-07-01", Registrations.of(Map.of("01620101", 10)));
        var made = api.makeRun("2023-Q3");
        String run = made.extract().path("id");
        String hash = made.extract().path("proposalHash");
        api.warnings(run)
                .body("kind", contains("MISSING_DELIVERY", "MISSING_TARIFF", "MISSING_TARIFF"))
                .body("subject", contains("2023-Q2", "2023-Q2", "2023-Q3"))
                .body("number", contains(1, 1, 2))
                .body("acknowledgedBy", contains(nullValue(), nullValue(), nullValue()));
        api.approveRun(run, hash)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:warnings-not-acknowledged"))
                .body("errors.code", contains("missing-delivery", "missing-tariff", "missing-tariff"))
                .body("errors.location", contains("2023-Q2", "2023-Q2", "2023-Q3"))
                .body("errors[2].detail", containsString("2 contracts in force in 2023-Q3 get nothing"));
        acknowledge(api, run, hash, "MISSING_DELIVERY", null).statusCode(201).body("subject", nullValue());
        acknowledge(api, run, hash, "MISSING_TARIFF", "2023-Q3").statusCode(201);
        api.approveRun(run, hash).statusCode(409).body("errors.location", contains("2023-Q2"));
        acknowledge(api, run, hash, "MISSING_TARIFF", "2023-Q2").statusCode(201);
        api.warnings(run)
                .body("reason", contains("seen", "seen", "seen"))
                .body("acknowledgedBy", contains("buyer-6201", "buyer-6201", "buyer-6201"));
        api.approveRun(run, hash).statusCode(201);
    }

    @Test
    void D50_a_creditor_who_has_to_give_back_is_looked_at() {
        var api = new PaymentApi("6202");
        contracts.accepted("6202", "01620201", "2023-07-01");
        contracts.accepted("6202", "01620202", "2023-07-01");
        api.tariff("2023-07-01", "2.88");
        api.deliver("2023-07-01", patients(10, 10));
        api.run("2023-Q3");
        api.deliver("2023-07-01", patients(9, 11));
        var made = api.makeRun("2023-Q3").body("total", is("0.00"));
        String run = made.extract().path("id");
        String hash = made.extract().path("proposalHash");
        api.warnings(run)
                .body("kind", contains("NEGATIVE_CREDITOR"))
                .body("subject", contains("creditor:6202:agb:01620201"))
                .body("amount", contains("-2.88"))
                .body("sentence[0]", containsString("takes 2.88 euro back from creditor:6202:agb:01620201"));
        api.approveRun(run, hash).statusCode(409).body("errors.code", contains("negative-creditor"));

        acknowledge(api, run, "0".repeat(64), "NEGATIVE_CREDITOR", null)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:other-proposal"));
        acknowledge(api, run, hash, "NEGATIVE_CREDITOR", "creditor:6202:agb:01620202")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:no-such-warning"));
        acknowledge(api, run, hash, "MASS_MOVE", null).statusCode(409);
        acknowledge(api, run, hash, "NEGATIVE_CREDITOR", null).statusCode(201);
        acknowledge(api, run, hash, "NEGATIVE_CREDITOR", null)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:warning-acknowledged"));
        api.approveRun(run, hash).statusCode(201);
        acknowledge(api, run, hash, "NEGATIVE_CREDITOR", "creditor:6202:agb:01620201")
                .statusCode(409);
    }

    @Test
    void D46_an_acknowledgement_is_of_one_proposal_only() {
        var api = new PaymentApi("6203");
        contracts.accepted("6203", "01620301", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        var first = api.makeRun("2023-Q3");
        api.acknowledgeWarnings(first.extract().path("id"));
        api.withdrawRun(first.extract().path("id")).statusCode(201);
        var second = api.makeRun("2023-Q3");
        api.approveRun(second.extract().path("id"), second.extract().path("proposalHash"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:warnings-not-acknowledged"));
    }

    @Test
    void D39_patients_insured_twice_are_looked_at_where_money_moves() {
        var api = new PaymentApi("6204");
        contracts.accepted("6204", "01620401", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(twice("01620401"), once("01620401", 1)));
        api.makeRun("2023-Q3").body("total", is("5.76"));
        var open = api.buyer().get("/v1/payment-runs").then().extract().<String>path("[0].id");
        api.warnings(open).body("", empty());
        api.withdrawRun(open).statusCode(201);
        new PaymentApi("6205").deliver("2023-07-01", Registrations.of(twice("01620501"), once("01620501", 2)));
        String run = api.makeRun("2023-Q3").extract().path("id");
        api.warnings(run)
                .body("kind", contains("DOUBLE_INSURANCE"))
                .body("subject", contains("2023-Q3"))
                .body("number", contains(1));
        api.withdrawRun(run).statusCode(201);
        api.run("2023-Q3").body("total", is("5.76"));
        // What was looked at and booked does not come back with every run after it.
        clock.moveTo("2023-07-11");
        api.warnings(api.makeRun("2023-Q3").extract().path("id")).body("", empty());
    }

    @Test
    void warnings_are_the_insurers_own_and_acknowledged_by_its_people() {
        var api = new PaymentApi("6206");
        contracts.accepted("6206", "01620601", "2023-07-01");
        String run = api.makeRun("2023-Q3").extract().path("id");
        var request = Map.of("proposalHash", "0".repeat(64), "kind", "MISSING_DELIVERY", "reason", "seen");
        post(Tokens.insurer("x", List.of("6207"), "insurer"), run, request).statusCode(404);
        post(Tokens.insurer("x", List.of("6206"), "auditor"), run, request).statusCode(403);
        post(Tokens.system("insurer-6206", Map.of("uzovi", "6206"), "insurer"), run, request)
                .statusCode(403);
        post(Tokens.insurer("x", List.of("6206"), "insurer"), run, Map.of("kind", "NONE", "reason", " "))
                .statusCode(400);
        post(Tokens.insurer("x", List.of("6206"), "insurer"), run, Map.of("kind", "MISSING_DELIVERY", "reason", " "))
                .statusCode(400)
                .body("errors.location", contains("/proposalHash", "/reason"));
        api.buyer()
                .queryParam("cursor", "bm8")
                .get("/v1/payment-runs/{id}/warnings", run)
                .then()
                .statusCode(400);
        PaymentApi.as(Tokens.insurer("x", List.of("6207"), "insurer"))
                .get("/v1/payment-runs/{id}/warnings", run)
                .then()
                .statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse post(String token, String run, Map<String, ?> request) {
        return PaymentApi.as(token)
                .contentType("application/json")
                .body(request)
                .post("/v1/payment-runs/{id}/acknowledgements", run)
                .then();
    }

    private static io.restassured.response.ValidatableResponse acknowledge(
            PaymentApi api, String run, String hash, String kind, String subject) {
        return api.acknowledge(
                run,
                subject == null
                        ? Map.of("proposalHash", hash, "kind", kind, "reason", "seen")
                        : Map.of("proposalHash", hash, "kind", kind, "subject", subject, "reason", "seen"));
    }

    /** So many patients of each practice, whom no other insurer has. */
    private static String patients(int first, int second) {
        return Registrations.of(IntStream.range(0, first + second)
                .mapToObj(patient -> Registrations.line(
                        new UUID(0x6202_4000L, patient).toString(),
                        patient < first ? "01620201" : "01620202",
                        "2020-05-17"))
                .toArray(String[]::new));
    }

    private static String twice(String agb) {
        return Registrations.line("00006204-0000-4000-8000-000000000000", agb, "2020-05-17");
    }

    private static String once(String agb, int patient) {
        return Registrations.line("00006204-0000-4000-8000-00000000000" + patient, agb, "2020-05-17");
    }
}
