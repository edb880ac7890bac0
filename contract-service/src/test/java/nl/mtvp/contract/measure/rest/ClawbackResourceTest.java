package nl.mtvp.contract.measure.rest;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.contract.NeighbourStub;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = NeighbourStub.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ClawbackResourceTest {

    private static final Map<String, Object> UPHELD = Map.of("reason", "appeal upheld");

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private String agb;
    private String contract;

    @BeforeEach
    void a_contract_from_april_on() {
        var clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        clock.moveTo("2024-03-01");
    }

    @AfterEach
    void the_neighbour_is_up() {
        System.clearProperty(NeighbourStub.PAYMENT_DOWN);
    }

    @Test
    void D34_a_clawback_is_told_when_decided_and_when_withdrawn() {
        var clawback = proposedClawback("33.33");
        postAs(approver("3332"), clawback + "/approvals").statusCode(201).body("state", is("DECIDED"));
        var ordered = world.told("nl.mtvp.clawback-ordered.v1", contract);
        assertEquals(1, ordered.size());
        assertEquals("33.33", ordered.get(0).get("percentage"));
        assertEquals("2023-11-15", ordered.get(0).get("clawedBackUntil"));

        postAs(approver("3332"), clawback + "/withdrawals", UPHELD)
                .statusCode(201)
                .body("state", is("WITHDRAWN"));
        assertEquals(1, world.told("nl.mtvp.clawback-withdrawn.v1", contract).size());
        getAs(buyer("3332"), "/v1/clawbacks?contractId=" + contract).body("state", contains("WITHDRAWN"));
        getAs(buyer("3332"), "/v1/contracts/" + contract).body("state", is("ACTIVE"));
    }

    @Test
    void D34_D41_nothing_is_taken_back_or_shared_of_days_on_which_a_stopped_contract_is_not_in_force() {
        var stop = Map.of("stoppedFrom", "2023-11-15", "hearingOpenedOn", "2023-11-01", "grounds", "breach");
        String id = postAs(buyer("3332"), "/v1/contracts/" + contract + "/stops", stop)
                .statusCode(201)
                .extract()
                .path("id");
        var late = Map.of(
                "contractId",
                contract,
                "clawedBackFrom",
                "2023-11-15",
                "clawedBackUntil",
                "2023-12-31",
                "percentage",
                "100",
                "grounds",
                "unlawful use");
        String before = postAs(buyer("3332"), "/v1/clawbacks", late)
                .statusCode(201)
                .extract()
                .path("id");
        postAs(approver("3332"), "/v1/contracts/" + contract + "/stops/" + id + "/approvals")
                .statusCode(201);
        postAs(approver("3332"), "/v1/clawbacks/" + before + "/approvals")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:counts-no-more"))
                .body("errors.code", contains("after-the-end"));
        postAs(buyer("3332"), "/v1/clawbacks", late)
                .statusCode(400)
                .body("errors.location", contains("/clawedBackFrom"))
                .body("errors.code", contains("after-the-end"));
        var share =
                Map.of("percentage", "12.5", "shareFrom", "2024-01-01", "benefit", "the RHO's coach", "consents", true);
        postAs(signatory(agb), "/v1/contracts/" + contract + "/rho-shares", share)
                .statusCode(400)
                .body("errors.code", contains("after-the-end"));
        postAs(
                        signatory(agb),
                        "/v1/contracts/" + contract + "/endings",
                        Map.of("kind", "CLOSING", "endedFrom", "2024-05-01", "grounds", "the GP retires"))
                .statusCode(400)
                .body("errors.location", contains("/endedFrom"))
                .body("errors.code", contains("after-the-end"));
    }

    @Test
    void D34_what_a_clawback_takes_is_shown_before_it_is_decided() {
        var clawback = proposedClawback("100");
        getAs(buyer("3332"), clawback + "/coverage")
                .statusCode(200)
                .body("quarters.quarter", contains("2023-Q4"))
                .body("quarters[0].clawedBackDays", is(45))
                .body("quarters[0].part", is("45/92"))
                .body("quarters[0].takes.practice", is("5378.54"))
                .body("quarters[0].takes.rho", is("768.36"))
                .body("takes.practice", is("5378.54"))
                .body("takes.rho", is("768.36"))
                .body("knownAt", is("2024-03-01T10:00:00Z"))
                .body("takesNotAvailable", nullValue());
        getAs(buyer("3311"), clawback + "/coverage").statusCode(404);
        getAs(signatory(agb), clawback + "/coverage").statusCode(403);
    }

    @Test
    void D34_a_proposal_taken_back_is_never_told() {
        var clawback = proposedClawback("100");
        postAs(approver("3332"), clawback + "/withdrawals", UPHELD).statusCode(201);
        postAs(approver("3332"), clawback + "/approvals").statusCode(409);
        assertTrue(world.told("nl.mtvp.clawback-ordered.v1", contract).isEmpty());
        assertTrue(world.told("nl.mtvp.clawback-withdrawn.v1", contract).isEmpty());
    }

    @Test
    void D34_a_clawback_states_its_contract_its_period_and_an_exact_percentage() {
        for (var percentage : List.of("0", "0.00", "100.01", "33.333", "-5", "101", "abc")) {
            postAs(buyer("3332"), "/v1/clawbacks", clawback(percentage))
                    .statusCode(400)
                    .body("errors.location", contains("/percentage"));
        }
        var early = clawback("100");
        early.put("clawedBackFrom", "2023-03-31");
        postAs(buyer("3332"), "/v1/clawbacks", early).statusCode(400).body("errors.code", contains("before-the-start"));
        postAs(buyer("3311"), "/v1/clawbacks", clawback("100")).statusCode(404);
        postAs(signatory(agb), "/v1/clawbacks", clawback("100")).statusCode(403);

        var path = proposedClawback("100");
        getAs(buyer("3311"), path).statusCode(404);
        postAs(buyer("3332"), path + "/approvals").statusCode(403);
        postAs(approver("3311"), path + "/approvals").statusCode(404);
        postAs(approver("3332"), "/v1/contracts/" + contract + "/stops/" + path.replaceAll(".*/", "") + "/approvals")
                .statusCode(404);
    }

    @Test
    void D34_nobody_decides_while_it_is_not_known_what_is_taken_and_it_says_why() {
        var clawback = proposedClawback("100");
        System.setProperty(NeighbourStub.PAYMENT_DOWN, "true");
        getAs(buyer("3332"), clawback + "/coverage")
                .statusCode(200)
                .body("quarters[0].part", is("45/92"))
                .body("quarters[0].takes", nullValue())
                .body("takes", nullValue())
                .body("takesNotAvailable", containsString("payment-service answered 503"));
        postAs(approver("3332"), clawback + "/approvals")
                .statusCode(503)
                .body("type", is("urn:mtvp:problem:takings-not-available"))
                .body("detail", containsString("try again later"));
        getAs(buyer("3332"), clawback).body("state", is("PROPOSED")).body("evidence", nullValue());
        assertTrue(world.told("nl.mtvp.clawback-ordered.v1", contract).isEmpty());
    }

    @Test
    void D34_a_decision_freezes_what_it_takes_and_is_answered_again_without_asking() {
        var clawback = proposedClawback("100");
        var approval = as(approver("3332"), "a-key-of-" + contract);
        var decided = approval.post(clawback + "/approvals")
                .then()
                .statusCode(201)
                .body("evidence.document.coverage[0].part", is("45/92"))
                .body("evidence.document.takes.total.practice", is("5378.54"))
                .body("evidence.document.takes.quarters[0].dueNow.rho", is("768.36"))
                .extract();
        assertEquals(
                decided.path("evidence.digest"),
                Digests.hex(
                        Digests.sha256(CanonicalJson.bytes(decided.jsonPath().getMap("evidence.document")))));
        System.setProperty(NeighbourStub.PAYMENT_DOWN, "true");
        as(approver("3332"), "a-key-of-" + contract)
                .post(clawback + "/approvals")
                .then()
                .statusCode(201)
                .body("evidence.digest", is((String) decided.path("evidence.digest")));
        getAs(buyer("3332"), clawback).body("evidence.digest", is((String) decided.path("evidence.digest")));
    }

    @Test
    void D34_what_a_clawback_would_take_is_shown_before_one_is_proposed() {
        var preview = "/v1/contracts/" + contract + "/clawback-coverage";
        var asked = preview + "?clawedBackFrom=2023-10-01&clawedBackUntil=2023-11-15&percentage=100";
        getAs(approver("3332"), asked)
                .statusCode(200)
                .body("quarters[0].part", is("45/92"))
                .body("takes.practice", is("5378.54"));
        getAs(approver("3332"), asked.replace("2023-10-01", "2023-03-31"))
                .statusCode(400)
                .body("errors.location", contains("clawedBackFrom"));
        getAs(approver("3332"), asked.replace("=100", "=101"))
                .statusCode(400)
                .body("errors.location", contains("percentage"));
        getAs(approver("3332"), preview)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("clawedBackFrom", "clawedBackUntil", "percentage"));
        getAs(approver("3311"), asked).statusCode(404);
        getAs(signatory(agb), asked).statusCode(403);
    }

    @Test
    void D34_the_database_keeps_what_a_clawback_takes_with_its_decision() {
        proposedClawback("100");
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.update(
                                """
                                insert into measure_decision (measure_id, kind, proposed_by, decided_by, decided_with,
                                    decided_at)
                                select id, kind, proposed_by, 'another', 'x', proposed_at
                                from measure where contract_id = cast(:id as uuid)
                                """)
                        .bind("id", contract)
                        .execute()));
        assertEquals(
                "a_clawback_is_decided_on_what_it_takes",
                Violations.constraint(refused).orElseThrow());
    }

    private Map<String, Object> clawback(String percentage) {
        return new HashMap<>(Map.of(
                "contractId",
                contract,
                "clawedBackFrom",
                "2023-10-01",
                "clawedBackUntil",
                "2023-11-15",
                "percentage",
                percentage,
                "grounds",
                "unlawful use"));
    }

    private String proposedClawback(String percentage) {
        String id = postAs(buyer("3332"), "/v1/clawbacks", clawback(percentage))
                .statusCode(201)
                .extract()
                .path("id");
        return "/v1/clawbacks/" + id;
    }
}
