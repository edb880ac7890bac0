package nl.mtvp.contract.administrative.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AdministrativeContractResourceTest {

    private static final String PATH = "/v1/administrative-contracts";

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private String agb;

    @BeforeEach
    void an_admitted_practice() {
        TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
    }

    @Test
    void D25_an_earlier_agreement_is_a_contract_once_somebody_else_approves_it() {
        var recording = proposed();
        getAs(buyer("3332"), recording).body("state", is("PROPOSED")).body("contractId", nullValue());
        getAs(buyer("3332"), "/v1/contracts?agb=" + agb).body("size()", is(0));

        String contract = postAs(approver("3332"), recording + "/approvals")
                .statusCode(201)
                .body("state", is("RECORDED"))
                .extract()
                .path("contractId");

        getAs(signatory(agb), "/v1/contracts/" + contract)
                .body("state", is("ACTIVE"))
                .body("origin", is("ADMINISTRATIVE"))
                .body("offerId", nullValue())
                .body("startsOn", is("2023-04-01"));
        getAs(signatory(agb), "/v1/contracts/" + contract + "/certificate")
                .body("document.agreement.reference", is("contract 2023/0815"))
                .body("document.proposed.subject", is("buyer-3332"))
                .body("document.approved.subject", is("approver-3332"))
                .body("document.affirmations", nullValue());
        var told = world.told("nl.mtvp.contract-accepted.v1", contract);
        assertEquals(1, told.size());
        assertEquals("ADMINISTRATIVE", told.get(0).get("origin"));
        assertNull(told.get(0).get("offerId"));
    }

    @Test
    void D25_recorded_agreements_are_listed_for_their_parties_only() {
        var recording = proposed();
        var id = recording.substring(PATH.length() + 1);
        getAs(signatory(agb), PATH).statusCode(200).body("id", contains(id));
        getAs(signatory(world.newAgb()), PATH).statusCode(200).body("id", empty());
        getAs(buyer("3311"), PATH + "?limit=1000").statusCode(200).body("id", not(hasItem(id)));
    }

    @Test
    void D25_nobody_approves_what_they_recorded_nor_twice_nor_for_another_insurer() {
        String own = PATH + "/"
                + postAs(approver("3332"), PATH, agreement())
                        .statusCode(201)
                        .extract()
                        .path("id");
        postAs(approver("3332"), own + "/approvals")
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:own-recording"));
        var recording = proposed();
        postAs(buyer("3332"), recording + "/approvals").statusCode(403);
        postAs(approver("3311"), recording + "/approvals").statusCode(404);
        getAs(buyer("3311"), recording).statusCode(404);
        getAs(signatory(world.newAgb()), recording).statusCode(404);
        var robot = Tokens.system("insurer-3332", Map.of("uzovi", Set.of("3332")), Roles.INSURER_APPROVER);
        postAs(robot, recording + "/approvals").statusCode(403);
        postAs(signatory(agb), PATH, agreement()).statusCode(403);
        postAs(buyer("3311"), PATH, agreement()).statusCode(403);

        postAs(approver("3332"), recording + "/approvals").statusCode(201);
        postAs(approver("3332"), recording + "/approvals")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:recorded-already"));
    }

    @Test
    void D25_what_can_never_be_recorded_and_what_cannot_yet_is_named_at_once() {
        var impossible = agreement();
        impossible.put("startsOn", "2023-03-02");
        impossible.put("agreedOn", "2023-05-21");
        postAs(buyer("3332"), PATH, impossible)
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("no-first-day-of-a-quarter", "before-the-scheme", "not-yet"));
        postAs(buyer("3332"), PATH, Map.of("uzovi", "3332"))
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder(
                                "/agb",
                                "/startsOn",
                                "/agreedOn",
                                "/reference",
                                "/grounds",
                                "/tariffSeries",
                                "/textVersion"));

        agb = world.newAgb();
        postAs(buyer("3332"), PATH, agreement())
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:administrative-contract-not-possible"))
                .body("errors.code", containsInAnyOrder("practice-unknown", "not-admitted", "no-approved-regioplan"));
        agb = world.admitted("3332", "2023-Q3").agb();
        postAs(buyer("3332"), PATH, agreement()).statusCode(409).body("errors.code", contains("admitted-later"));
    }

    @Test
    void D29_a_recorded_contract_and_an_accepted_one_never_share_a_day() {
        var recording = proposed();
        world.contracted("3332", agb, "2023-04-01");
        postAs(approver("3332"), recording + "/approvals")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:contract-in-the-way"));
        getAs(buyer("3332"), recording).body("state", is("PROPOSED"));

        agb = world.admitted("3332", "2023-Q2").agb();
        postAs(approver("3332"), proposed() + "/approvals").statusCode(201);
        postAs(buyer("3332"), OFFERS, world.offer("3332", agb, "2023-07-01"))
                .statusCode(409)
                .body("errors.code", contains("contract-exists"));
    }

    @Test
    void D25_approvals_at_the_same_moment_make_one_contract() {
        var recording = proposed();
        var statuses = Together.of(6, number -> postAs(approver("3332"), recording + "/approvals")
                .extract()
                .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        getAs(buyer("3332"), "/v1/contracts?agb=" + agb).body("size()", is(1));
    }

    @Test
    void D25_the_database_holds_four_eyes_and_that_nothing_changes_too() {
        var id = proposed().replaceAll(".*/", "");
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.update(
                                "insert into administrative_approval select id, proposed_by, id, proposed_by, 'x',"
                                        + " proposed_at from administrative_contract where id = cast(:id as uuid)")
                        .bind("id", id)
                        .execute()));
        assertEquals(
                "four_eyes_on_an_administrative_contract",
                Violations.constraint(refused).orElseThrow());
        for (var statement : List.of(
                "update administrative_contract set reference = 'x'",
                "delete from administrative_contract",
                "delete from administrative_approval")) {
            assertThrows(RuntimeException.class, () -> transactions.perform(() -> sql.execute(statement)), statement);
        }
    }

    private Map<String, Object> agreement() {
        return new HashMap<>(Map.of(
                "uzovi",
                "3332",
                "agb",
                agb,
                "startsOn",
                "2023-04-01",
                "agreedOn",
                "2023-03-15",
                "reference",
                "contract 2023/0815",
                "grounds",
                "signed on paper before the portal opened",
                "tariffSeries",
                "MTVP-2023",
                "textVersion",
                "2023-1"));
    }

    private String proposed() {
        String id = postAs(buyer("3332"), PATH, agreement())
                .statusCode(201)
                .extract()
                .path("id");
        return PATH + "/" + id;
    }
}
