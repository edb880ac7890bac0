package nl.mtvp.contract.measure.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class MeasureResourceTest {

    private static final Map<String, Object> STOP =
            Map.of("stoppedFrom", "2023-11-15", "hearingOpenedOn", "2023-11-01", "grounds", "breach");
    private static final Map<String, Object> UPHELD = Map.of("reason", "appeal upheld");

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private TestClock clock;
    private String agb;
    private String contract;

    @BeforeEach
    void a_contract_from_april_on() {
        clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        clock.moveTo("2024-03-01");
    }

    @Test
    void D34_a_stop_takes_effect_when_somebody_else_decides_it_and_is_told_then() {
        var stop = proposedStop();
        getAs(buyer("3332"), "/v1/contracts/" + contract)
                .body("state", is("ACTIVE"))
                .body("stoppedFrom", nullValue());
        assertEquals(List.of(), world.told("nl.mtvp.contract-stopped.v1", contract));

        postAs(approver("3332"), stop + "/approvals")
                .statusCode(201)
                .body("state", is("DECIDED"))
                .body("history.decidedBy", is("approver-3332"));

        getAs(signatory(agb), "/v1/contracts/" + contract)
                .body("state", is("STOPPED"))
                .body("stoppedFrom", is("2023-11-15"))
                .body("stopId", notNullValue());
        var told = world.told("nl.mtvp.contract-stopped.v1", contract);
        assertEquals(1, told.size());
        assertEquals("2023-11-15", told.get(0).get("stoppedFrom"));
        postAs(approver("3332"), stop + "/approvals")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:measure-not-open"));
        getAs(buyer("3332"), "/v1/contracts/" + contract + "/stops").body("state", contains("DECIDED"));
    }

    @Test
    void D34_nobody_decides_what_they_proposed_nor_a_system() {
        String own = "/v1/contracts/" + contract + "/stops/"
                + postAs(approver("3332"), "/v1/contracts/" + contract + "/stops", STOP)
                        .statusCode(201)
                        .extract()
                        .path("id");
        postAs(approver("3332"), own + "/approvals").statusCode(403).body("type", is("urn:mtvp:problem:own-measure"));
        var robot = Tokens.system("insurer-3332", Map.of("uzovi", List.of("3332")), Roles.INSURER_APPROVER);
        postAs(robot, own + "/approvals").statusCode(403).body("type", is("urn:mtvp:problem:person-needed"));
        postAs(buyer("3332"), own + "/approvals").statusCode(403);
        postAs(approver("3311"), own + "/approvals").statusCode(404);
        postAs(
                        approver("3332"),
                        "/v1/contracts/" + UUID.randomUUID() + "/stops/" + own.replaceAll(".*/", "") + "/approvals")
                .statusCode(404);
    }

    @Test
    void D34_four_eyes_hold_in_the_database_too() {
        proposedStop();
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.update(
                                """
                                insert into measure_decision (measure_id, kind, proposed_by, decided_by, decided_with,
                                    decided_at)
                                select id, kind, proposed_by, proposed_by, 'x', proposed_at
                                from measure where contract_id = cast(:id as uuid)
                                """)
                        .bind("id", contract)
                        .execute()));
        assertEquals("four_eyes_on_a_measure", Violations.constraint(refused).orElseThrow());
    }

    @Test
    void D34_a_stop_before_the_hearing_and_missing_fields_are_refused() {
        var path = "/v1/contracts/" + contract + "/stops";
        postAs(
                        buyer("3332"),
                        path,
                        Map.of("stoppedFrom", "2023-10-31", "hearingOpenedOn", "2023-11-01", "grounds", "x"))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.code", contains("before-the-hearing"));
        postAs(buyer("3332"), path, Map.of("stoppedFrom", "15-11-2023"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/stoppedFrom", "/hearingOpenedOn", "/grounds"));
        postAs(buyer("3311"), path, STOP).statusCode(404);
        postAs(signatory(agb), path, STOP).statusCode(403);
        getAs(buyer("3311"), path).statusCode(404);
    }

    @Test
    void D34_a_second_stop_waits_until_the_first_is_withdrawn() {
        var first = decidedStop();
        var second = proposedStop();
        postAs(approver("3332"), second + "/approvals")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:stopped-already"));
        postAs(approver("3332"), first + "/withdrawals", UPHELD).statusCode(201);
        postAs(approver("3332"), second + "/approvals").statusCode(201);
        assertEquals(2, world.told("nl.mtvp.contract-stopped.v1", contract).size());
    }

    @Test
    void D34_a_withdrawn_stop_stays_on_record_and_the_contract_goes_on() {
        var stop = decidedStop();
        postAs(buyer("3332"), stop + "/withdrawals", UPHELD).statusCode(403);
        postAs(approver("3332"), stop + "/withdrawals", Map.of()).statusCode(400);
        postAs(approver("3332"), stop + "/withdrawals", UPHELD)
                .statusCode(201)
                .body("state", is("WITHDRAWN"))
                .body("history.decidedAt", is("2024-03-01T11:00:00Z"))
                .body("history.withdrawalReason", is("appeal upheld"));
        getAs(buyer("3332"), "/v1/contracts/" + contract).body("state", is("ACTIVE"));
        assertEquals(
                1, world.told("nl.mtvp.contract-stop-withdrawn.v1", contract).size());
        postAs(approver("3332"), stop + "/withdrawals", UPHELD).statusCode(409);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.execute("delete from measure_withdrawal")),
                "a withdrawal is never erased");
    }

    @Test
    void D34_a_stop_stays_while_a_later_contract_of_the_pair_runs() {
        var stop = decidedStop();
        var offer = world.offer("3332", agb, "2024-01-01");
        offer.put("expiresAt", "2024-06-30T22:00:00Z");
        String id =
                postAs(buyer("3332"), OFFERS, offer).statusCode(201).extract().path("id");
        world.accept(agb, id).statusCode(201);

        postAs(approver("3332"), stop + "/withdrawals", UPHELD)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:later-contract-runs"));
        getAs(buyer("3332"), stop).body("state", is("DECIDED"));
        assertEquals(List.of(), world.told("nl.mtvp.contract-stop-withdrawn.v1", contract));
        getAs(buyer("3332"), "/v1/contracts?agb=" + agb).body("state", contains("STOPPED", "ACTIVE"));
    }

    @Test
    void D29_days_before_the_stop_stay_taken() {
        decidedStop();
        var offer = world.offer("3332", agb, "2023-10-01");
        offer.put("expiresAt", "2024-06-30T22:00:00Z");
        postAs(buyer("3332"), OFFERS, offer).statusCode(409).body("errors.code", contains("contract-exists"));
    }

    private String proposedStop() {
        String id = postAs(buyer("3332"), "/v1/contracts/" + contract + "/stops", STOP)
                .statusCode(201)
                .body("state", is("PROPOSED"))
                .extract()
                .path("id");
        return "/v1/contracts/" + contract + "/stops/" + id;
    }

    private String decidedStop() {
        var stop = proposedStop();
        postAs(approver("3332"), stop + "/approvals").statusCode(201);
        return stop;
    }
}
