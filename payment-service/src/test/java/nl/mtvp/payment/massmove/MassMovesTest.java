package nl.mtvp.payment.massmove;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.massmove.db.MassMoveRepository;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D40 over HTTP: a mass move is flagged when a delivery counts, and holds a run's approval up until it is reviewed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class MassMovesTest {

    @Inject
    ContractEvents contracts;

    @Inject
    MassMoveRepository repository;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-10-10");
    }

    @Test
    void D40_a_run_is_not_approved_before_its_moves_are_acknowledged() {
        var api = new PaymentApi("8201");
        var agb = "01820101";
        contracts.accepted("8201", agb, "2023-04-01");
        contracts.accepted("8201", "01820102", "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        deliver(api, "2023-07-01", Map.of(agb, 400, "01820102", 100, "01820103", 100));
        api.run("2023-Q3").body("total", is("1440.00"));
        moves(api, "2023-07-01").body("", empty());

        // Exactly 50 more is no mass move; 01820103 moves too, but has no contract that a run could pay.
        deliver(api, "2023-10-01", Map.of(agb, 501, "01820102", 150, "01820103", 10));
        var flagged = moves(api, "2023-10-01")
                .body("agb", containsInAnyOrder(agb, "01820103"))
                .body("find { it.agb == '01820101' }.ionBefore", is(400))
                .body("find { it.agb == '01820101' }.ionAfter", is(501))
                .body("comparedWith", everyItem(is("2023-07-01")))
                .body("knownUntilAt", everyItem(nullValue()))
                .body("acknowledgement", everyItem(nullValue()));
        var made = api.makeRun("2023-Q4").statusCode(200);
        String run = made.extract().path("id");
        String hash = made.extract().path("proposalHash");
        api.acknowledgeWarnings(run);
        api.approveRun(run, hash)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:mass-moves-not-acknowledged"))
                .body("errors.location", contains(agb))
                .body("errors.detail", contains(allOf(containsString("400"), containsString("501"))));
        String move = flagged.extract().path("find { it.agb == '01820101' }.id");
        acknowledge(api.buyer(), move, "a colleague retired; seen")
                .statusCode(201)
                .body("acknowledgement.reason", is("a colleague retired; seen"))
                .body("acknowledgement.acknowledgedBy", is("buyer-8201"))
                .body("acknowledgement.acknowledgedAt", notNullValue());
        acknowledge(api.buyer(), move, "again")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:mass-move-acknowledged"));
        api.approveRun(run, hash).statusCode(201).body("state", is("APPROVED"));
    }

    @Test
    void D40_a_delivery_that_is_corrected_is_compared_with_the_peildatum_after_it_too() {
        var api = new PaymentApi("8206");
        var agb = "01820601";
        contracts.accepted("8206", agb, "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        deliver(api, "2023-04-01", Map.of(agb, 100));
        deliver(api, "2023-07-01", Map.of(agb, 100));
        api.run("2023-Q2").body("total", is("288.00"));
        deliver(api, "2023-04-01", Map.of(agb, 250));
        var made = api.makeRun("2023-Q2").body("total", is("432.00"));
        String run = made.extract().path("id");
        String hash = made.extract().path("proposalHash");
        String move = moves(api, "2023-07-01").extract().path("[0].id");
        api.warnings(run).body("findAll { it.kind == 'MASS_MOVE' }.subject", contains(move));
        // Patients of other tests' insurers on that peildatum are a warning of its own.
        api.acknowledgeWarnings(run);
        api.approveRun(run, hash)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:mass-moves-not-acknowledged"))
                .body("errors.detail", contains(allOf(containsString("250"), containsString("100"))));
        acknowledge(api.buyer(), move, "a colleague's list was missing").statusCode(201);
        api.approveRun(run, hash).statusCode(201);
    }

    @Test
    void D40_a_move_stands_as_long_as_both_deliveries_say_so() {
        var api = new PaymentApi("8202");
        deliver(api, "2023-04-01", Map.of("01820201", 200, "01820202", 200));
        deliver(api, "2023-10-01", Map.of("01820201", 300, "01820202", 300));
        var first = moves(api, "2023-10-01").body("", hasSize(2)).extract();
        acknowledge(api.buyer(), first.path("find { it.agb == '01820201' }.id"), "seen")
                .statusCode(201);

        // The same for one practice, another number for the other: only the latter is looked at anew.
        deliver(api, "2023-10-01", Map.of("01820201", 300, "01820202", 301));
        moves(api, "2023-10-01")
                .body("agb", containsInAnyOrder("01820201", "01820202", "01820202"))
                .body("find { it.agb == '01820201' }.knownUntilAt", nullValue())
                .body("find { it.agb == '01820201' }.acknowledgement", notNullValue())
                .body("find { it.ionAfter == 301 }.knownUntilAt", nullValue())
                .body("find { it.ionAfter == 301 }.acknowledgement", nullValue());
        acknowledge(api.buyer(), first.path("find { it.agb == '01820202' }.id"), "late")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:mass-move-replaced"));

        // A peildatum between: from now on each is compared with its neighbour.
        deliver(api, "2023-07-01", Map.of("01820201", 250, "01820202", 240));
        moves(api, "2023-07-01").body("", empty());
        moves(api, "2023-10-01")
                .body("findAll { it.knownUntilAt == null }.agb", contains("01820202"))
                .body("findAll { it.knownUntilAt == null }.ionBefore", contains(240))
                .body("findAll { it.knownUntilAt == null }.comparedWith", contains("2023-07-01"));
    }

    @Test
    void D40_a_new_practice_and_one_that_is_gone_are_flagged() {
        var api = new PaymentApi("8203");
        deliver(api, "2023-07-01", Map.of("01820301", 60));
        deliver(api, "2023-10-01", Map.of("01820302", 60));
        moves(api, "2023-10-01")
                .body("find { it.agb == '01820301' }.ionAfter", is(0))
                .body("find { it.agb == '01820302' }.ionBefore", is(0));
    }

    @Test
    void D40_a_person_of_the_insurer_acknowledges_and_no_other_insurer_sees_it() {
        var api = new PaymentApi("8204");
        deliver(api, "2023-07-01", Map.of("01820401", 60));
        deliver(api, "2023-10-01", Map.of("01820402", 10));
        String move = moves(api, "2023-10-01").extract().path("[0].id");
        acknowledge(api.buyer(), move, " ").statusCode(400).body("errors.location", contains("/reason"));
        var system = Tokens.system("insurer-8204", Map.of("uzovi", "8204"), "insurer");
        acknowledge(PaymentApi.as(system), move, "seen").statusCode(403);
        acknowledge(api.auditor(), move, "seen").statusCode(403);
        var other = new PaymentApi("8205");
        acknowledge(other.buyer(), move, "seen").statusCode(404);
        other.buyer().get("/v1/ion-mass-moves").then().statusCode(200).body("", empty());
        api.auditor()
                .queryParam("uzovi", "8204")
                .get("/v1/ion-mass-moves")
                .then()
                .body("", hasSize(1));
        PaymentApi.as(Tokens.practice("p", List.of("01820401"), "12345678", "practice"))
                .get("/v1/ion-mass-moves")
                .then()
                .statusCode(403);
    }

    @Test
    void D40_a_move_that_a_delivery_ends_at_this_moment_is_not_acknowledged() throws Exception {
        var api = new PaymentApi("8207");
        deliver(api, "2023-07-01", Map.of("01820701", 60));
        deliver(api, "2023-10-01", Map.of("01820702", 10));
        String move = moves(api, "2023-10-01").extract().path("[0].id");
        try (var delivery = new OpenTransaction()) {
            delivery.perform(
                    () -> repository.end(List.of(UUID.fromString(move)), Instant.parse("2023-10-10T11:00:00Z")));
            var acknowledging = CompletableFuture.supplyAsync(() -> acknowledge(api.buyer(), move, "seen"));
            assertThrows(TimeoutException.class, () -> acknowledging.get(500, TimeUnit.MILLISECONDS));
            delivery.commit();
            acknowledging.get(60, TimeUnit.SECONDS).statusCode(409).body("type", endsWith(":mass-move-replaced"));
        }
    }

    private void deliver(PaymentApi api, String peildatum, Map<String, Integer> patients) {
        api.deliver(peildatum, Registrations.of(patients)).body("status", is("ACCEPTED"));
    }

    private static ValidatableResponse moves(PaymentApi api, String peildatum) {
        return api.buyer()
                .queryParam("peildatum", peildatum)
                .get("/v1/ion-mass-moves")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse acknowledge(
            io.restassured.specification.RequestSpecification as, String move, String reason) {
        return as.contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/v1/ion-mass-moves/{id}/acknowledgements", move)
                .then();
    }
}
