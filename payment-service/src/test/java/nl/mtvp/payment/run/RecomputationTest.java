package nl.mtvp.payment.run;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D43, D48, D54: a run computed once more is what it was, whatever came after it; what was tampered with is named. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RecomputationTest {

    @Inject
    ContractEvents contracts;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D54_a_run_computed_once_more_is_the_same_after_later_facts_and_runs() {
        var api = new PaymentApi("6301");
        var first = contracts.accepted("6301", "01630101", "2023-04-01");
        contracts.accepted("6301", "01630102", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of("01630101", 10)));
        api.deliver("2023-07-01", Registrations.of(Map.of("01630101", 11, "01630102", 12)));
        String one = api.run("2023-Q3").extract().path("id");
        clock.moveTo("2023-07-20");
        api.deliver("2023-04-01", Registrations.of(Map.of("01630101", 9)));
        contracts.stopped(first, "2023-08-01");
        String two = api.run("2023-Q3").extract().path("id");
        clock.moveTo("2023-08-01");
        api.tariff("2023-04-01", "2.95");
        contracts.accepted("6301", "01630103", "2023-04-01");
        api.run("2023-Q3");
        for (var run : List.of(one, two)) {
            String hash = api.getRun(run).extract().path("proposalHash");
            api.recomputed(run)
                    .body("equal", is(true))
                    .body("differences", is(0))
                    .body("named", empty())
                    .body("proposalHash", is(hash))
                    .body("recomputedHash", is(hash));
        }
    }

    @Test
    void D48_what_was_changed_behind_our_back_is_named() {
        var api = new PaymentApi("6302");
        var contract = contracts.accepted("6302", "01630201", "2023-07-01");
        contracts.accepted("6302", "01630202", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of("01630201", 10, "01630202", 20)));
        String run = api.run("2023-Q3").extract().path("id");
        String id = contract.id().toString();
        tampered(
                "update ledger_entry set cents = cents %s 1 where contract_id = '" + id + "'",
                api,
                run,
                recomputed -> recomputed
                        .body("named.kind", contains("ENTRIES"))
                        .body("named.contractId", contains(id))
                        .body("named.quarter", contains("2023-Q3"))
                        .body("named[0].kept", containsString("/2881"))
                        .body("named[0].recomputed", is("REGULAR/PRACTICE/creditor:6302:agb:01630201/2880")));
        tampered(
                "update payment_part set cents = cents %s 1 where line_id in (select id from payment_line where"
                        + " contract_id = '" + id + "')",
                api,
                run,
                recomputed -> recomputed
                        .body("named.kind", contains("LINE"))
                        .body("named[0].kept", containsString("REGULAR/PRACTICE/2881"))
                        .body("named[0].recomputed", containsString("REGULAR/PRACTICE/2880")));
        tampered(
                "update payment_line set due_practice = due_practice %s 1 where contract_id = '" + id + "'",
                api,
                run,
                recomputed -> recomputed.body("named.kind", contains("LINE")));
        // A fact that is changed instead of corrected: the run's own lines are not what they are due to any more.
        tampered(
                "update ion_count set ion = ion %s 1 where agb = '01630202'",
                api, run, recomputed -> recomputed
                        .body("named.kind", contains("LINE", "ENTRIES"))
                        .body("named.contractId", not(hasItem(id)))
                        .body("recomputedHash", not(api.getRun(run).extract().<String>path("proposalHash"))));
        api.recomputed(run).body("equal", is(true));
    }

    @Test
    void D43_books_that_disagree_before_the_run_are_named() {
        var api = new PaymentApi("6303");
        contracts.accepted("6303", "01630301", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of("01630301", 10)));
        api.run("2023-Q3");
        clock.moveTo("2023-07-11");
        api.tariff("2023-04-01", "2.95");
        String second = api.run("2023-Q3").extract().path("id");
        tampered(
                "update ledger_entry set cents = cents %s 1 where uzovi = '6303' and cause = 'REGULAR'",
                api, second, recomputed -> recomputed.body("named.kind", contains("BOOKS")));
    }

    @Test
    void a_run_without_a_proposal_is_not_computed_once_more_and_others_runs_are_not_found() {
        var api = new PaymentApi("6304");
        String run = api.makeRun("2023-Q3").extract().path("id");
        api.recomputed(run).body("equal", is(true)).body("differences", is(0));
        api.withdrawRun(run).statusCode(201);
        api.recomputed(run).body("equal", is(true));
        recompute(Tokens.insurer("x", List.of("6305"), "insurer"), run).statusCode(404);
        recompute(Tokens.insurer("x", List.of("6305"), "auditor"), run).statusCode(404);
        recompute(Tokens.insurer("x", List.of("6304"), "insurer-approver"), run).statusCode(403);
        api.auditor()
                .get("/v1/payment-runs/{run}/recomputations/{id}", run, run)
                .then()
                .statusCode(404)
                .body("errors", nullValue());
    }

    private static ValidatableResponse recompute(String token, String run) {
        return PaymentApi.as(token)
                .post("/v1/payment-runs/{id}/recomputations", run)
                .then();
    }

    /** As a superuser who switches the fences off, and back again. */
    private void tampered(String statement, PaymentApi api, String run, Consumer<ValidatableResponse> check) {
        unfenced(statement.formatted("+"));
        try {
            check.accept(api.recomputed(run).body("equal", is(false)));
        } finally {
            unfenced(statement.formatted("-"));
        }
    }

    private void unfenced(String statement) {
        Jdbi.create(url, "postgres", "postgres").useTransaction(tx -> {
            tx.execute("set local session_replication_role = replica");
            tx.execute(statement);
        });
    }
}
