package nl.mtvp.plan.praktijkplan;

import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanRepository;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class OverdueTest extends PraktijkplanScenario {

    private static final String OVERDUE = "nl.mtvp.praktijkplan-overdue.v1";

    @Inject
    OverdueJob job;

    @Inject
    Transactions transactions;

    @Inject
    PraktijkplanRepository plans;

    @Inject
    DeadlineRepository deadlines;

    @Test
    void D11_a_plan_that_is_missing_after_the_last_day_is_listed_and_told_once() {
        var path = "/praktijkplan-deadlines?region=" + region;
        clock.moveTo("2024-03-31");
        job.work();
        get(rho(region), path)
                .statusCode(200)
                .body("dueOn", contains("2024-03-31", "2024-12-31"))
                .body("state", contains("OPEN", "OPEN"));
        get(rho(region), path + "&overdue=true").body("$", empty());
        get(rho(region), path + "&overdue=perhaps").statusCode(400).body("errors.location", contains("overdue"));
        assertEquals(List.of(), events(OVERDUE));

        clock.moveTo("2024-04-01");
        job.work();
        job.work();
        get(practice(agb), path + "&overdue=true").body("agb", contains(agb)).body("year", contains(1));
        var told = events(OVERDUE);
        assertEquals(1, told.size());
        assertEquals(
                Map.of(
                        "agb",
                        agb,
                        "rho",
                        region,
                        "region",
                        region,
                        "quarter",
                        "2024-Q1",
                        "year",
                        1,
                        "dueOn",
                        "2024-03-31"),
                without(told.get(0), "roundId"));
    }

    @Test
    void D11_a_late_plan_is_taken_and_said_to_be_late_and_D9_year_2_has_its_own_deadline() {
        clock.moveTo("2024-04-02");
        job.work();
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        get(rho(region), "/praktijkplan-deadlines?agb=" + agb)
                .body("state", contains("SUBMITTED_LATE", "OPEN"))
                .body("submittedOn", contains("2024-04-02", null));
        // A newer version does not make it later, nor in time.
        clock.moveTo("2025-01-01");
        submitted(plan, 1, YEAR_1);
        job.work();
        get(rho(region), "/praktijkplan-deadlines?agb=" + agb)
                .body("state", contains("SUBMITTED_LATE", "OVERDUE"))
                .body("submittedOn", contains("2024-04-02", null));
        assertEquals(
                List.of(1, 2),
                events(OVERDUE).stream().map(data -> data.get("year")).toList());
    }

    @Test
    void D11_jobs_on_several_replicas_tell_it_once() throws Exception {
        clock.moveTo("2025-01-01");
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> work = () -> {
                job.work();
                return null;
            };
            for (var done : threads.invokeAll(Collections.nCopies(8, work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        job.work();
        assertEquals(
                List.of(1, 2),
                events(OVERDUE).stream().map(data -> data.get("year")).toList());
    }

    @Test
    void D11_a_practice_that_is_submitting_is_let_be_until_it_is_known_whether_it_did() {
        clock.moveTo("2024-04-01");
        transactions.perform(() -> {
            plans.lock(new Agb(agb));
            var elsewhere = Executors.newSingleThreadExecutor();
            try {
                elsewhere.submit(job::work).get();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            } finally {
                elsewhere.shutdownNow();
            }
        });
        assertEquals(List.of(), events(OVERDUE));
        job.work();
        assertEquals(1, events(OVERDUE).size());
    }

    @Test
    void D11_an_admission_that_was_withdrawn_has_no_deadline() {
        var round = transactions
                .run(() -> deadlines.find(new Agb(agb), ImplementationYear.FIRST, LocalDate.of(2024, 1, 1)))
                .orElseThrow()
                .roundId();
        post(
                        rho(region),
                        "/admission-rounds/" + round + "/admission-withdrawals",
                        Map.of("agb", agb, "reason", "closes"))
                .statusCode(201);
        clock.moveTo("2025-01-01");
        job.work();
        get(rho(region), "/praktijkplan-deadlines?agb=" + agb).body("$", empty());
        assertEquals(List.of(), events(OVERDUE));
    }

    private static Map<String, Object> without(Map<String, Object> data, String key) {
        var rest = new HashMap<>(data);
        rest.remove(key);
        return rest;
    }
}
