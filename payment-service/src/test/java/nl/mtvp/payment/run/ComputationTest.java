package nl.mtvp.payment.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D46: a run is computed by a job, in its own time, from what was known at its cut-off; others go on meanwhile. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ComputationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D46_a_run_is_computed_after_the_answer_and_tells_how_far_it_is() {
        var api = prepared("6101");
        whileNoLineCanBeWritten(() -> {
            var made = api.startRun("2023-Q3")
                    .statusCode(201)
                    .header("Location", containsString("/v1/payment-runs/"))
                    .body("state", is("COMPUTING"))
                    .body("cutOffAt", notNullValue())
                    .body("proposalHash", nullValue())
                    .body("total", nullValue())
                    .body("totals", empty());
            String id = made.extract().path("id");
            untilProgress(api, id);
            api.getRun(id).body("progress.contractsDone", is(0)).body("failedAttempts", is(0));
            api.startRun("2023-Q3").statusCode(409).body("type", is("urn:mtvp:problem:open-run"));
            api.approveRun(id, "0".repeat(64)).statusCode(409).body("type", is("urn:mtvp:problem:run-state"));
            return id;
        });
        var id = api.buyer().get("/v1/payment-runs").then().extract().<String>path("[0].id");
        untilState(api, id, "DRAFT");
        api.getRun(id)
                .body("progress.contracts", is(1))
                .body("progress.contractsDone", is(1))
                .body("totalsPerQuarter.quarter[0]", is("2023-Q3"))
                .body("totalsPerQuarter.amount[0]", is("28.80"))
                .body("total", is("28.80"));
    }

    @Test
    void D46_nobody_waits_for_a_computation_and_a_withdrawn_one_leaves_nothing() {
        var api = prepared("6102");
        var id = whileNoLineCanBeWritten(() -> {
            String run = api.startRun("2023-Q3").extract().path("id");
            untilProgress(api, run);
            contracts.accepted("6102", "01610202", "2023-07-01");
            api.tariff("2023-04-01", "2.95");
            api.withdrawRun(run).statusCode(201).body("state", is("WITHDRAWN"));
            return run;
        });
        await().atMost(PATIENCE).until(() -> lines(id) == 0 && nobodyComputes());
        api.getRun(id).body("state", is("WITHDRAWN")).body("proposalHash", nullValue());
        api.run("2023-Q3").body("total", is("29.50"));
    }

    @Test
    void D46_a_failure_that_repeats_is_shown_and_a_late_computation_sees_nothing_after_the_cut_off() {
        var api = prepared("6104");
        api.run("2023-Q3");
        String undisturbed = api.makeRun("2023-Q3").extract().path("proposalHash");
        api.withdrawRun(api.buyer().get("/v1/payment-runs").then().extract().path("[1].id"))
                .statusCode(201);
        unfenced("update ledger_entry set cents = cents + 1 where uzovi = '6104'");
        String id = api.startRun("2023-Q3").statusCode(201).extract().path("id");
        await().atMost(PATIENCE).until(() -> api.getRun(id).extract().<Integer>path("failedAttempts") > 0);
        api.getRun(id)
                .body("state", is("COMPUTING"))
                .body("lastFailure", containsString("ledger and posted lines disagree"));
        assertEquals(0, lines(id));

        api.tariff("2023-04-01", "2.95");
        contracts.accepted("6104", "01610402", "2023-07-01");
        api.deliver("2023-07-01", Registrations.of(Map.of("01610401", 11)));
        unfenced("update ledger_entry set cents = cents - 1 where uzovi = '6104'");
        clock.move(Duration.ofMinutes(1));
        untilState(api, id, "DRAFT");
        api.getRun(id).body("totals", empty()).body("proposalHash", is(undisturbed));
    }

    @Test
    void D46_what_cannot_be_computed_ends_as_failed_with_its_reason_and_is_in_nobodys_way() {
        var api = prepared("6105");
        api.run("2023-Q3");
        unfenced("update ledger_entry set cents = cents + 1 where uzovi = '6105'");
        String id = api.startRun("2023-Q3").statusCode(201).extract().path("id");
        for (int attempt = 1; attempt < Computation.ATTEMPTS_MAX; attempt++) {
            int times = attempt;
            await().atMost(PATIENCE).until(() -> api.getRun(id).extract().<Integer>path("failedAttempts") == times);
            clock.move(Duration.ofMinutes(1));
        }
        untilState(api, id, "FAILED");
        String contract =
                api.getRun(id).body("proposalHash", nullValue()).extract().path("lastFailure");
        assertTrue(contract.matches(".*disagree on contract [0-9a-f-]{36} in 2023-Q3"), contract);
        api.withdrawRun(id).statusCode(409).body("type", is("urn:mtvp:problem:run-state"));
        api.approveRun(id, "0".repeat(64)).statusCode(409);
        unfenced("update ledger_entry set cents = cents - 1 where uzovi = '6105'");
        api.makeRun("2023-Q3").body("state", is("DRAFT"));
    }

    @Test
    void P7_nobody_has_more_previews_under_way_than_their_share_and_runs_come_before_them() {
        var api = prepared("6106");
        var other = prepared("6107");
        var run = whileNo("computation_total", () -> {
            for (int preview = 0; preview < 3; preview++) {
                startPreview(api).statusCode(201);
            }
            startPreview(api)
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("type", is("urn:mtvp:problem:too-many-at-once"));
            startPreview(other).statusCode(201);
            return other.startRun("2023-Q3").statusCode(201).extract().<String>path("id");
        });
        untilState(other, run, "DRAFT");
        await().atMost(PATIENCE).until(() -> startPreview(api).extract().statusCode() == 201);
    }

    @Test
    void P8_of_recomputations_asked_for_together_no_more_than_their_share_are_taken() {
        var api = prepared("6108");
        var run = api.startRun("2023-Q3").statusCode(201).extract().<String>path("id");
        untilState(api, run, "DRAFT");
        var answers = whileNo(
                "computation_total",
                () -> Together.of(8, asker -> api.buyer()
                        .contentType(ContentType.JSON)
                        .post("/v1/payment-runs/" + run + "/recomputations")
                        .statusCode()));
        assertEquals(3, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 429).count(), answers.toString());
    }

    private static ValidatableResponse startPreview(PaymentApi api) {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of("uzovi", api.uzovi(), "quarter", "2023-Q3"))
                .post("/v1/payment-run-previews")
                .then();
    }

    private PaymentApi prepared(String uzovi) {
        var api = new PaymentApi(uzovi);
        var agb = "01" + uzovi + "01";
        contracts.accepted(uzovi, agb, "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of(agb, 10)));
        return api;
    }

    /** Holds computations up where they write, in their transaction. */
    private <T> T whileNoLineCanBeWritten(Supplier<T> work) {
        return whileNo("payment_line", work);
    }

    private <T> T whileNo(String table, Supplier<T> work) {
        return Jdbi.create(url, "postgres", "postgres").inTransaction(tx -> {
            tx.execute("lock table " + table + " in share mode");
            return work.get();
        });
    }

    private void untilProgress(PaymentApi api, String id) {
        await().atMost(PATIENCE).until(() -> api.getRun(id).extract().<Integer>path("progress.contracts") > 0);
    }

    private static void untilState(PaymentApi api, String id, String state) {
        await().atMost(PATIENCE)
                .until(() -> api.getRun(id).extract().path("state").equals(state));
    }

    private long lines(String run) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from payment_line where run_id = cast(:run as uuid)")
                        .bind("run", run)
                        .mapTo(Long.class)
                        .one());
    }

    private boolean nobodyComputes() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select not exists (select from pg_locks where relation = 'payment_line'::regclass)")
                .mapTo(Boolean.class)
                .one());
    }

    /** As a superuser who switches the fences off. */
    private void unfenced(String statement) {
        Jdbi.create(url, "postgres", "postgres").useTransaction(tx -> {
            tx.execute("set local session_replication_role = replica");
            tx.execute(statement);
        });
    }
}
