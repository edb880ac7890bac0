package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.rho;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** What the database holds of D6 and D7 by itself, tried by plain SQL in the application's own role. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanDatabaseTest extends RegioplanScenario {

    private static final String DECISION =
            """
            insert into regioplan_decision (version_id, uzovi, decision, comment, created_by, submitted_by, decided_by,
                decided_at)
            select id, %s, %s, %s, created_by, submitted_by, %s, created_at from regioplan_version where id = :id
            """;

    @Test
    void D6_one_decision_per_insurer_and_a_refusal_says_why() {
        var version = submitted();
        var approval = DECISION.formatted("'3311'", "'APPROVED'", "null", "'approver'");
        refused("a_refusal_says_why", version, DECISION.formatted("'3311'", "'REJECTED'", "null", "'approver'"));
        perform(version, approval);
        refused("each_insurer_decides_once", version, approval);
    }

    @Test
    void D6_neither_who_wrote_nor_who_submitted_decides() {
        var version = version(UNICUM);
        post(Tokens.rho("submitter", region, Roles.RHO), version + "/submissions", COMMITTED)
                .statusCode(201);
        for (var maker : new String[] {"created_by", "submitted_by"}) {
            refused("the_maker_never_decides", version, DECISION.formatted("'3311'", "'APPROVED'", "null", maker));
        }
        refused(
                "decisions_are_about_a_submitted_version",
                version,
                DECISION.formatted("'3311'", "'APPROVED'", "null", "created_by")
                        .replace(
                                "select id, '3311', 'APPROVED', null, created_by",
                                "select id, '3311', 'APPROVED', null, 'x'"));
    }

    @Test
    void D6_D7_only_preferent_insurers_decide_give_evidence_or_comment() {
        var version = submitted();
        refused("only_preferent_insurers_speak", version, DECISION.formatted("'3332'", "'APPROVED'", "null", "'x'"));
        refused(
                "only_preferent_insurers_speak",
                version,
                "insert into regioplan_evidence (version_id, uzovi, approved_by, approved_on, document_digest)"
                        + " select id, '3332', 'x', '2023-04-01', content_hash from regioplan_version where id = :id");
        refused(
                "only_preferent_insurers_speak",
                version,
                "insert into regioplan_comment (id, version_id, uzovi, text, written_at, written_by)"
                        + " select gen_random_uuid(), id, '3332', 'x', created_at, 'x' from regioplan_version"
                        + " where id = :id");
    }

    @Test
    void D6_only_a_version_under_decision_is_decided() {
        var inForce = approved();
        var decision = DECISION.formatted("'3311'", "'APPROVED'", "null", "'x'");
        refused("only_versions_under_decision_are_decided", inForce, decision);
        refused("only_versions_under_decision_are_decided", version(UNICUM), decision);
    }

    @Test
    void D6_a_version_goes_its_way_and_no_other() {
        var draft = version(UNICUM);
        for (var step : new String[] {"APPROVED", "REJECTED", "DRAFT"}) {
            refused("versions_go_the_ways_of_their_life_cycle", draft, to(step));
        }
        post(rho(region), draft + "/submissions", COMMITTED).statusCode(201);
        for (var step : new String[] {"DRAFT", "SUBMITTED", "SUPERSEDED"}) {
            refused("versions_go_the_ways_of_their_life_cycle", draft, to(step));
        }
        perform(draft, to("REJECTED"));
        refused("versions_go_the_ways_of_their_life_cycle", draft, to("APPROVED"));
    }

    @Test
    void D6_what_is_withdrawn_says_when_by_whom_and_why_and_is_not_decided() {
        var version = submitted();
        refused("what_is_withdrawn_says_when_by_whom_and_why", version, withdrawal("null", "'x'", "'y'"));
        refused("what_is_withdrawn_says_when_by_whom_and_why", version, withdrawal("created_at", "null", "'y'"));
        refused("what_is_withdrawn_says_when_by_whom_and_why", version, withdrawal("created_at", "'x'", "null"));
        refused("a_reason_says_something", version, withdrawal("created_at", "'x'", "''"));
        refused(
                "what_is_decided_says_when",
                version,
                withdrawal("created_at", "'x'", "'y'").replace("set ", "set decided_at = created_at, "));
        refused(
                "what_is_withdrawn_says_when_by_whom_and_why",
                version,
                to("APPROVED").replace("set ", "set withdrawn_at = created_at, "));
        perform(version, withdrawal("created_at", "'x'", "'y'"));
        refused("versions_go_the_ways_of_their_life_cycle", version, to("APPROVED"));
        refused(
                "only_versions_under_decision_are_decided",
                version,
                DECISION.formatted("'3311'", "'APPROVED'", "null", "'x'"));
    }

    private static String withdrawal(String at, String by, String reason) {
        return "update regioplan_version set state = 'WITHDRAWN', withdrawn_at = %s, withdrawn_by = %s, withdrawal_reason = %s where id = :id"
                .formatted(at, by, reason);
    }

    @Test
    void D6_one_version_is_in_force_and_one_under_decision() {
        approved();
        var second = version(UNICUM);
        post(rho(region), second + "/submissions", COMMITTED).statusCode(201);
        refused("one_version_in_force", second, to("APPROVED"));
        refused("one_version_under_decision", version(UNICUM), submission("current_date + 28"));
    }

    @Test
    void D6_a_submission_has_a_deadline_after_it() {
        var draft = version(UNICUM);
        refused("what_is_submitted_has_a_deadline", draft, submission("null"));
        refused("a_deadline_follows_its_submission", draft, submission("cast(created_at as date)"));
        refused(
                "who_submits_commits_to_the_leidraad",
                draft,
                submission("current_date + 28").replace("commits_to_leidraad = true", "commits_to_leidraad = false"));
    }

    @Test
    void D6_what_was_said_and_decided_stays() {
        var version = submitted();
        post(rho(region), version + "/comments", Map.of("text", "x")).statusCode(201);
        for (var table : new String[] {"regioplan_comment", "regioplan_decision", "regioplan_version"}) {
            var refused = assertThrows(
                    JdbiException.class, () -> transactions.perform(() -> sql.execute("delete from " + table)));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), refused.getMessage());
        }
        var refused = assertThrows(
                JdbiException.class,
                () -> perform(version, "update regioplan_version set content = '{}' where id = :id"));
        assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), refused.getMessage());
    }

    private static String to(String state) {
        return "update regioplan_version set state = '%s', decided_at = created_at where id = :id".formatted(state);
    }

    private static String submission(String dueOn) {
        return "update regioplan_version set state = 'SUBMITTED', commits_to_leidraad = true, submitted_by = 'x',"
                + " submitted_at = created_at, decision_due_on = " + dueOn + " where id = :id";
    }

    private void refused(String constraint, String version, String sql) {
        var violated = assertThrows(JdbiException.class, () -> perform(version, sql));
        assertEquals(constraint, Violations.constraint(violated).orElse(violated.getMessage()));
    }

    private void perform(String version, String sql) {
        var id = UUID.fromString(id(version));
        transactions.perform(() -> this.sql.update(sql).bind("id", id).execute());
    }
}
