package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each race of D6, twenty times at once through HTTP; afterwards the database is asked whether it still holds. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanRaceTest {

    private static final int TRIES = 20;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private List<Plan> plans;

    @BeforeEach
    void twenty_plans_under_decision() {
        TestClock.at("2023-05-01");
        plans = Together.of(TRIES, number -> new Plan());
    }

    @Test
    void D6_of_two_insurers_that_approve_at_once_the_second_brings_the_version_into_force() {
        tries(number -> {
            var plan = plans.get(number);
            assertEquals(
                    List.of(201, 201),
                    race(() -> plan.decide("3311", 1, "APPROVED"), () -> plan.decide("7095", 1, "APPROVED")));
            assertEquals("APPROVED", plan.state(1));
        });
        assertEquals(TRIES, approvals());
    }

    @Test
    void D6_of_an_approval_and_a_rejection_at_once_the_rejection_counts() {
        tries(number -> {
            var plan = plans.get(number);
            var answers = race(() -> plan.decide("3311", 1, "APPROVED"), () -> plan.decide("7095", 1, "REJECTED"));
            assertTrue(Set.of(201, 409).contains(answers.get(0)), "the approval came first or too late");
            assertEquals(201, answers.get(1));
            assertEquals("REJECTED", plan.state(1));
        });
        assertEquals(0, approvals());
    }

    @Test
    void D6_of_the_last_decision_and_a_withdrawal_at_once_one_counts() {
        plans.forEach(plan -> assertEquals(201, plan.decide("7095", 1, "APPROVED")));
        var approved = new AtomicInteger();
        tries(number -> {
            var plan = plans.get(number);
            var answers = race(() -> plan.decide("3311", 1, "APPROVED"), () -> plan.withdraw(1));
            assertEquals(Set.of(201, 409), Set.copyOf(answers));
            boolean first = answers.get(0) == 201;
            approved.addAndGet(first ? 1 : 0);
            assertEquals(first ? "APPROVED" : "WITHDRAWN", plan.state(1));
        });
        assertEquals(approved.get(), approvals());
    }

    @Test
    void D6_an_edit_during_the_last_decision_is_a_new_version_and_changes_nothing_of_the_old() {
        plans.forEach(plan -> assertEquals(201, plan.decide("7095", 1, "APPROVED")));
        tries(number -> {
            var plan = plans.get(number);
            assertEquals(List.of(201, 201), race(() -> plan.decide("3311", 1, "APPROVED"), plan::edit));
            assertEquals(List.of("APPROVED", "DRAFT"), List.of(plan.state(1), plan.state(2)));
            assertEquals(plan.hash, plan.hash(1));
        });
        assertEquals(TRIES, approvals());
    }

    @Test
    void D6_a_successor_is_submitted_after_the_last_decision_or_not_at_all() {
        plans.forEach(
                plan -> assertEquals(List.of(201, 201), List.of(plan.decide("7095", 1, "APPROVED"), plan.edit())));
        tries(number -> {
            var plan = plans.get(number);
            var answers = race(() -> plan.decide("3311", 1, "APPROVED"), () -> plan.submit(2, rho(plan.region)));
            assertEquals(201, answers.get(0));
            assertEquals("APPROVED", plan.state(1));
            assertEquals(answers.get(1) == 201 ? "SUBMITTED" : "DRAFT", plan.state(2));
        });
        assertEquals(TRIES, approvals());
    }

    @Test
    void D6_nothing_is_decided_on_a_version_while_its_successor_takes_its_place() {
        plans.forEach(plan -> {
            plan.decide("3311", 1, "APPROVED");
            plan.decide("7095", 1, "APPROVED");
            plan.edit();
            plan.submit(2, rho(plan.region));
            assertEquals(201, plan.decide("3311", 2, "APPROVED"));
        });
        tries(number -> {
            var plan = plans.get(number);
            assertEquals(
                    List.of(201, 409),
                    race(() -> plan.decide("7095", 2, "APPROVED"), () -> plan.decide("3311", 1, "REJECTED")));
            assertEquals(List.of("SUPERSEDED", "APPROVED"), List.of(plan.state(1), plan.state(2)));
        });
        assertEquals(2 * TRIES, approvals());
    }

    @Test
    void D6_who_submits_does_not_decide_not_even_at_the_same_moment() {
        plans.forEach(plan -> assertEquals(
                List.of(201, 201, 201),
                List.of(plan.decide("3311", 1, "APPROVED"), plan.decide("7095", 1, "APPROVED"), plan.edit())));
        tries(number -> {
            var plan = plans.get(number);
            var both = Tokens.sign(Tokens.person("both-" + plan.region, Roles.RHO, Roles.INSURER_APPROVER)
                    .claim("rho", plan.region)
                    .claim("uzovi", List.of("3311")));
            var answers = race(() -> plan.submit(2, both), () -> plan.decide(both, "3311", 2, "APPROVED"));
            assertEquals(201, answers.get(0));
            assertTrue(Set.of(403, 409).contains(answers.get(1)), "the maker, or a draft: " + answers.get(1));
            assertEquals("SUBMITTED", plan.state(2));
        });
        assertEquals(TRIES, approvals());
    }

    @Test
    void D6_of_twenty_edits_at_once_each_is_a_version_of_its_own() {
        var plan = plans.get(0);
        var answers = Together.of(TRIES, number -> plan.edit());
        assertEquals(Collections.nCopies(TRIES, 201), answers);
        assertEquals("DRAFT", plan.state(TRIES + 1));
    }

    @AfterEach
    void the_database_holds() {
        none(
                "two versions in force",
                """
                select regioplan_id from regioplan_version where state = 'APPROVED' and regioplan_id = any(:ids)
                group by regioplan_id having count(*) > 1
                """);
        none(
                "an insurer that decided twice",
                """
                select d.version_id from regioplan_decision d join regioplan_version v on v.id = d.version_id
                where v.regioplan_id = any(:ids) group by d.version_id, d.uzovi having count(*) > 1
                """);
        none(
                "a decision by who made the version",
                """
                select v.id from regioplan_decision d join regioplan_version v on v.id = d.version_id
                where v.regioplan_id = any(:ids) and d.decided_by in (v.created_by, v.submitted_by)
                """);
        none(
                "a version in force without the approval of each party",
                """
                select v.id from regioplan_party p join regioplan_version v on v.id = p.version_id
                where v.regioplan_id = any(:ids) and v.state in ('APPROVED', 'SUPERSEDED') and not exists (
                    select from regioplan_decision d
                    where d.version_id = v.id and d.uzovi = p.uzovi and d.decision = 'APPROVED')
                """);
        none(
                "a version that waits though all have decided",
                """
                select v.id from regioplan_version v
                where v.regioplan_id = any(:ids) and v.state = 'SUBMITTED' and not exists (
                    select from regioplan_party p where p.version_id = v.id and not exists (
                        select from regioplan_decision d where d.version_id = v.id and d.uzovi = p.uzovi))
                """);
    }

    private void none(String what, String sql) {
        var ids = plans.stream().map(plan -> UUID.fromString(plan.id)).toArray(UUID[]::new);
        var found = transactions.<List<UUID>>run(
                () -> this.sql.query(sql).bind("ids", ids).mapTo(UUID.class).list());
        assertEquals(List.of(), found, what);
    }

    private void tries(IntConsumer race) {
        Together.of(TRIES, number -> {
            race.accept(number);
            return number;
        });
    }

    private static List<Integer> race(Supplier<Integer> one, Supplier<Integer> other) {
        var both = List.of(one, other);
        return Together.of(2, number -> both.get(number).get());
    }

    /** How many versions of the plans the neighbours were told to be approved; each of them is told once. */
    private int approvals() {
        var ids = plans.stream().map(plan -> plan.id).toList();
        var told = transactions.<List<String>>run(() -> sql.query(
                        """
                        select data ->> 'versionId' from event
                        where type = 'nl.mtvp.regioplan-approved.v1' and subject = any(:ids)
                        """)
                .bind("ids", ids.toArray(String[]::new))
                .mapTo(String.class)
                .list());
        assertEquals(told.size(), Set.copyOf(told).size(), "an approval is told once");
        return told.size();
    }

    /** A plan for a region of its own with two preferent insurers, its first version submitted; all say the same. */
    private static final class Plan {

        private static final Map<String, Object> CONTENT = Map.of("interventions", RegioplanScenario.UNICUM);

        final String region = region();
        final String id;
        private final String hash;

        Plan() {
            preferent(region, "3311");
            preferent(region, "7095");
            id = post(rho(region), "/regioplannen", Map.of("rho", region, "title", "Plan", "regions", List.of(region)))
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertEquals(List.of(201, 201), List.of(edit(), submit(1, rho(region))));
            hash = hash(1);
        }

        int edit() {
            return post(rho(region), "/regioplannen/" + id + "/versions", CONTENT)
                    .extract()
                    .statusCode();
        }

        int submit(int number, String token) {
            return post(token, version(number) + "/submissions", RegioplanScenario.COMMITTED)
                    .extract()
                    .statusCode();
        }

        int decide(String uzovi, int number, String decision) {
            return decide(approver(uzovi), uzovi, number, decision);
        }

        int decide(String token, String uzovi, int number, String decision) {
            var body = new HashMap<String, Object>(
                    Map.of("uzovi", uzovi, "decision", decision, "contentHash", hash, "comment", "because"));
            return post(token, version(number) + "/decisions", body).extract().statusCode();
        }

        int withdraw(int number) {
            return post(rho(region), version(number) + "/withdrawals", Map.of("reason", "another vision"))
                    .extract()
                    .statusCode();
        }

        String state(int number) {
            return get(rho(region), version(number)).extract().path("state");
        }

        String hash(int number) {
            return get(rho(region), version(number)).extract().path("contentHash");
        }

        private String version(int number) {
            return "/regioplannen/" + id + "/versions/" + number;
        }
    }
}
