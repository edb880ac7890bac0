package nl.mtvp.contract.compliance.rest;

import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mtvp.contract.NeighbourStub;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = NeighbourStub.class, scope = TestResourceScope.MATCHING_RESOURCES)
class HearingResourceTest extends ReviewTest {

    @Test
    void D33_nothing_is_decided_while_the_picture_is_not_available() {
        System.setProperty(NeighbourStub.PLAN_DOWN, "true");
        decide(approver("3332"), COMPLIANT)
                .statusCode(503)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:picture-not-available"));
        getAs(buyer("3332"), review).body("review.state", is("OPEN"));
    }

    @Test
    void D33_a_decision_freezes_the_picture_it_was_taken_on() {
        var document = decide(approver("3332"), COMPLIANT)
                .statusCode(201)
                .body("state", is("COMPLIANT"))
                .body("decisions[0].document.picture.missing.code", contains("no-intervisie"))
                .body("decisions[0].document.decided.subject", is("approver-3332"))
                .extract()
                .jsonPath();
        assertEquals(
                document.getString("decisions[0].digest"),
                Digests.hex(Digests.sha256(CanonicalJson.bytes(document.getMap("decisions[0].document")))));
        decide(approver("3332"), COMPLIANT)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:review-step-not-possible"));
        hear().statusCode(409);
    }

    @Test
    void D33_no_breach_before_the_hearing_term_ended_and_it_says_when() {
        decide(approver("3332"), breach("2023-11-01")).statusCode(409).body("type", is("urn:mtvp:problem:no-hearing"));
        hear().statusCode(201).body("state", is("HEARING")).body("hearing.endsOn", is("2023-11-16"));
        clock.moveTo("2023-11-15");
        decide(approver("3332"), breach("2023-11-01"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:hearing-still-open"))
                .body("detail", containsString("2023-11-16"));
        clock.moveTo("2023-11-16");
        decide(approver("3332"), breach("2023-11-01")).statusCode(201).body("state", is("BREACH"));
    }

    @Test
    void D33_an_answer_ends_the_wait_for_a_breach() {
        postAs(signatory(agb), review + "/answers", Map.of("text", "we forgot")).statusCode(409);
        hear().statusCode(201);
        postAs(signatory(agb), review + "/answers", Map.of("text", " "))
                .statusCode(400)
                .body("errors.location", contains("/text"));
        postAs(buyer("3332"), review + "/answers", Map.of("text", "for them")).statusCode(403);
        postAs(signatory(world.newAgb()), review + "/answers", Map.of("text", "mine"))
                .statusCode(404);
        postAs(signatory(agb), review + "/answers", Map.of("text", "we forgot"))
                .statusCode(201)
                .body("answers.text", contains("we forgot"));
        decide(approver("3332"), breach("2023-11-01"))
                .statusCode(201)
                .body("decisions[0].document.answers.text", contains("we forgot"));
    }

    @Test
    void D34_a_breach_always_stops_the_contract_not_before_the_hearing_in_the_same_transaction() {
        hear().statusCode(201);
        clock.moveTo("2024-03-01");
        decide(approver("3332"), breach("2023-10-31"))
                .statusCode(400)
                .body("errors.code", contains("before-the-hearing"));
        getAs(buyer("3332"), "/v1/contracts/" + contract).body("state", is("ACTIVE"));

        String stop = decide(approver("3332"), breach("2023-11-15"))
                .statusCode(201)
                .body("decisions[0].clawbackId", nullValue())
                .extract()
                .path("decisions[0].stopId");
        getAs(buyer("3332"), "/v1/contracts/" + contract)
                .body("state", is("STOPPED"))
                .body("stoppedFrom", is("2023-11-15"))
                .body("stopId", is(stop));
        assertEquals(1, world.told("nl.mtvp.contract-stopped.v1", contract).size());
    }

    @Test
    void D34_a_clawback_goes_with_a_breach_and_has_grounds_of_its_own() {
        hear().statusCode(201);
        clock.moveTo("2024-03-01");
        var claim = new HashMap<String, Object>(Map.of(
                "clawedBackFrom", "2023-03-01", "clawedBackUntil", "2023-11-15", "percentage", "101", "grounds", "x"));
        var breach = new HashMap<>(breach("2023-11-15"));
        breach.put("clawback", claim);
        decide(approver("3332"), breach).statusCode(400).body("errors.location", contains("/clawback/percentage"));
        claim.put("percentage", "100");
        decide(approver("3332"), breach).statusCode(400).body("errors.location", contains("/clawback/clawedBackFrom"));
        claim.put("clawedBackFrom", "2023-11-15");
        claim.put("clawedBackUntil", "2099-01-01");
        decide(approver("3332"), breach)
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("after-the-end", "ahead"));
        claim.put("clawedBackUntil", "2023-11-15");
        var compliant = new HashMap<>(COMPLIANT);
        claim.put("clawedBackFrom", "2023-10-01");
        compliant.put("clawback", claim);
        decide(approver("3332"), compliant).statusCode(400).body("errors.code", contains("only-with-a-breach"));

        System.setProperty(NeighbourStub.PAYMENT_DOWN, "true");
        decide(approver("3332"), breach).statusCode(503).body("type", is("urn:mtvp:problem:takings-not-available"));
        System.clearProperty(NeighbourStub.PAYMENT_DOWN);
        decide(approver("3332"), breach)
                .statusCode(201)
                .body("decisions[0].clawbackId", notNullValue())
                .body("decisions[0].document.clawback.takes.total.practice", is("5378.54"));
        assertEquals(1, world.told("nl.mtvp.clawback-ordered.v1", contract).size());
    }

    @Test
    void D34_a_breach_that_cannot_stop_the_contract_is_no_breach() {
        var stop = Map.of("stoppedFrom", "2023-10-15", "hearingOpenedOn", "2023-10-01", "grounds", "another breach");
        String id = postAs(buyer("3332"), "/v1/contracts/" + contract + "/stops", stop)
                .extract()
                .path("id");
        postAs(approver("3332"), "/v1/contracts/" + contract + "/stops/" + id + "/approvals")
                .statusCode(201);
        hear().statusCode(201);
        clock.moveTo("2023-12-01");
        decide(approver("3332"), breach("2023-11-15"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:stopped-already"));
        getAs(buyer("3332"), review).body("review.state", is("HEARING"));
    }

    @Test
    void D33_a_remedy_has_a_day_and_is_judged_once_it_has_come() {
        var remedy = new HashMap<String, Object>(Map.of("outcome", "REMEDY", "grounds", "attend an intervisie"));
        decide(approver("3332"), remedy).statusCode(400).body("errors.location", contains("/remedyUntil"));
        remedy.put("remedyUntil", "2023-11-01");
        decide(approver("3332"), remedy).statusCode(400).body("errors.code", contains("not-ahead"));
        remedy.put("remedyUntil", "2024-01-01");
        decide(approver("3332"), remedy).statusCode(201).body("state", is("REMEDY"));
        decide(approver("3332"), remedy).statusCode(409);

        hear().statusCode(201).body("state", is("REMEDY"));
        clock.moveTo("2023-12-31");
        decide(approver("3332"), breach("2023-12-31")).statusCode(409).body("detail", containsString("2024-01-01"));
        clock.moveTo("2024-01-01");
        decide(approver("3332"), COMPLIANT).statusCode(201).body("decisions.outcome", contains("REMEDY", "COMPLIANT"));
    }

    @Test
    void D33_nobody_decides_a_review_that_they_made_or_whose_hearing_they_opened() {
        var maker = Tokens.insurer("buyer-3332", List.of("3332"), Roles.INSURER, Roles.INSURER_APPROVER);
        decide(maker, COMPLIANT).statusCode(403).contentType(PROBLEM).body("type", is("urn:mtvp:problem:own-review"));
        postAs(approver("3332"), review + "/hearings", NO_INTERVISIE).statusCode(201);
        decide(approver("3332"), COMPLIANT).statusCode(403);
        decide(buyer("3332"), COMPLIANT).statusCode(403);
        decide(approver("3311"), COMPLIANT).statusCode(404);
        var robot = Tokens.system("insurer-3332", Map.of("uzovi", Set.of("3332")), Roles.INSURER_APPROVER);
        decide(robot, COMPLIANT).statusCode(403);
        var other = Tokens.insurer("chief-3332", List.of("3332"), Roles.INSURER_APPROVER);
        decide(other, COMPLIANT).statusCode(201);
    }

    @Test
    void D33_missing_fields_are_named_and_a_hearing_is_opened_by_the_insurers_people() {
        postAs(buyer("3332"), review + "/hearings", Map.of())
                .statusCode(400)
                .body("errors.location", contains("/grounds"));
        postAs(signatory(agb), review + "/hearings", NO_INTERVISIE).statusCode(403);
        postAs(buyer("3311"), review + "/hearings", NO_INTERVISIE).statusCode(404);
        decide(approver("3332"), Map.of("outcome", "BREACHED"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/outcome", "/grounds"));
        hear().statusCode(201);
        hear().statusCode(409);
    }

    @Test
    void D33_the_database_holds_hearing_four_eyes_and_the_order_of_decisions_too() {
        hear().statusCode(201);
        var id = review.replaceAll(".*/", "");
        refused(
                "no_breach_before_the_practice_was_heard",
                decision("BREACH", 1, "null", "'a'", "(select id from measure limit 1)"),
                id);
        refused("four_eyes_on_a_review", decision("COMPLIANT", 1, "null", "made_by", "null"), id);
        refused("four_eyes_on_a_review", decision("COMPLIANT", 1, "null", "opened_by", "null"), id);
        refused("a_breach_stops_the_contract", decision("BREACH", 1, "null", "'a'", "null"), id);
        refused("a_remedy_has_a_day_ahead", decision("REMEDY", 1, "null", "'a'", "null"), id);
        refused("a_remedy_has_a_day_ahead", decision("REMEDY", 1, "opened_on", "'a'", "null"), id);
        refused("only_a_remedy_is_decided_again", decision("COMPLIANT", 2, "null", "'a'", "null"), id);
        for (var table : List.of("review", "hearing", "answer", "decision", "sample", "sample_member")) {
            assertThrows(
                    RuntimeException.class,
                    () -> transactions.perform(() -> sql.execute("delete from compliance_" + table)),
                    table);
        }
    }

    private static String decision(String outcome, int number, String remedyUntil, String by, String stopId) {
        return """
                insert into compliance_decision (review_id, number, outcome, made_by, opened_by, hearing_ends_on, grounds,
                    remedy_until, stop_id, document, digest, decided_on, decided_by, decided_with, decided_at)
                select review_id, %d, '%s', made_by, opened_by, ends_on, 'g', %s, %s, 'd', sha256(cast('d' as bytea)), opened_on, %s, 'x',
                    opened_at
                from compliance_hearing join compliance_review on id = review_id
                where review_id = cast(:id as uuid)
                """
                .formatted(number, outcome, remedyUntil, stopId, by);
    }

    private void refused(String constraint, String sql, String id) {
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(
                        () -> this.sql.update(sql).bind("id", id).execute()));
        assertEquals(constraint, Violations.constraint(refused).orElseThrow());
    }
}
