package nl.mtvp.contract.ending.rest;

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
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class EndingResourceTest {

    private static final String ENDED = "nl.mtvp.contract-ended.v1";
    private static final String END_WITHDRAWN = "nl.mtvp.contract-end-withdrawn.v1";
    private static final Map<String, Object> WHY = Map.of("reason", "a successor was found");

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private TestClock clock;
    private String agb;
    private String contract;
    private String path;

    @BeforeEach
    void a_contract_from_april_on() {
        clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        path = "/v1/contracts/" + contract;
        clock.moveTo("2023-11-30");
    }

    @Test
    void D35_a_notice_is_told_at_once_and_ends_the_contract_on_its_day() {
        var id = told(signatory(agb), "NOTICE", "2024-03-01");
        assertEquals(
                List.of(Map.of(
                        "contractId",
                        contract,
                        "uzovi",
                        "3332",
                        "agb",
                        agb,
                        "endId",
                        id,
                        "endedFrom",
                        "2024-03-01",
                        "kind",
                        "NOTICE")),
                world.told(ENDED, contract));
        getAs(buyer("3332"), path).body("state", is("ACTIVE")).body("endedFrom", is("2024-03-01"));
        getAs(buyer("3332"), "/v1/contracts?state=ENDED&agb=" + agb).body("", empty());

        clock.moveTo("2024-03-01");
        getAs(signatory(agb), path).body("state", is("ENDED")).body("endId", is(id));
        getAs(buyer("3332"), "/v1/contracts?state=ENDED&agb=" + agb).body("id", contains(contract));
        getAs(buyer("3332"), "/v1/contracts?state=ACTIVE&agb=" + agb).body("", empty());
        getAs(buyer("3332"), path + "/endings").body("state", contains("IN_EFFECT"));
        postAs(signatory(agb), path + "/endings/" + id + "/withdrawals", WHY)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:ending-not-open"));
    }

    @Test
    void D35_a_notice_shorter_than_three_months_and_missing_fields_are_refused() {
        announce(signatory(agb), "NOTICE", "2024-02-28")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.code", contains("notice-too-short"));
        postAs(signatory(agb), path + "/endings", Map.of("endedFrom", "1 maart"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/kind", "/endedFrom", "/grounds"));
        assertEquals(List.of(), world.told(ENDED, contract));
    }

    @Test
    void D35_each_side_tells_and_withdraws_its_own_ends_as_a_person() {
        announce(buyer("3332"), "NOTICE", "2024-03-01")
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:other-sides-ending"));
        announce(signatory(agb), "END_DATE", "2024-03-01").statusCode(403);
        announce(buyer("3311"), "END_DATE", "2024-03-01").statusCode(404);
        announce(signatory(world.newAgb()), "CLOSING", "2024-03-01").statusCode(404);
        var reader = Tokens.practice("reader", List.of(agb), World.kvkOf(agb), Roles.PRACTICE);
        announce(reader, "NOTICE", "2024-03-01").statusCode(403);
        var both = Tokens.sign(Tokens.person("both", Roles.INSURER, Roles.PRACTICE)
                .claim("uzovi", Set.of("3311"))
                .claim("agb", Set.of(agb)));
        announce(both, "NOTICE", "2024-03-01").statusCode(403);
        var robot = Tokens.system("insurer-3332", Map.of("uzovi", List.of("3332")), Roles.INSURER);
        announce(robot, "END_DATE", "2024-03-01").statusCode(403).body("type", is("urn:mtvp:problem:person-needed"));

        var id = told(buyer("3332"), "END_DATE", "2024-03-01");
        postAs(signatory(agb), path + "/endings/" + id + "/withdrawals", WHY).statusCode(403);
        getAs(reader, path + "/endings/" + id).statusCode(200).body("toldBy", is("INSURER"));
        getAs(buyer("3311"), path + "/endings/" + id).statusCode(404);
        getAs(buyer("3311"), path + "/endings").statusCode(404);
        getAs(buyer("3332"), path + "/endings/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void D35_an_end_withdrawn_in_time_stays_on_record_and_makes_room_for_another() {
        var id = told(signatory(agb), "NOTICE", "2024-03-01");
        announce(signatory(agb), "CLOSING", "2024-01-15")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:ending-stands"));
        clock.moveTo("2024-02-29");
        postAs(signatory(agb), path + "/endings/" + id + "/withdrawals", Map.of())
                .statusCode(400);
        postAs(signatory(agb), path + "/endings/" + id + "/withdrawals", WHY)
                .statusCode(201)
                .body("state", is("WITHDRAWN"))
                .body("withdrawalReason", is("a successor was found"));
        assertEquals(
                List.of(Map.of(
                        "contractId",
                        contract,
                        "uzovi",
                        "3332",
                        "agb",
                        agb,
                        "endId",
                        id,
                        "reason",
                        "a successor was found")),
                world.told(END_WITHDRAWN, contract));
        getAs(buyer("3332"), path).body("state", is("ACTIVE")).body("endedFrom", nullValue());
        postAs(signatory(agb), path + "/endings/" + id + "/withdrawals", WHY).statusCode(409);

        told(signatory(agb), "CLOSING", "2024-02-15");
        getAs(buyer("3332"), path + "/endings").body("state", contains("WITHDRAWN", "IN_EFFECT"));
        getAs(buyer("3332"), path).body("state", is("ENDED"));
    }

    @Test
    void D29_the_days_after_an_end_are_free_and_then_the_end_stays() {
        var id = told(buyer("3332"), "END_DATE", "2024-01-01");
        propose("2023-10-01").statusCode(409).body("errors.code", contains("contract-exists"));
        String next = propose("2024-01-01").statusCode(201).extract().path("id");
        world.accept(agb, next).statusCode(201);

        postAs(buyer("3332"), path + "/endings/" + id + "/withdrawals", WHY)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:later-contract-runs"));
        getAs(buyer("3332"), path + "/endings/" + id).body("state", is("ANNOUNCED"));
        assertEquals(List.of(), world.told(END_WITHDRAWN, contract));
    }

    @Test
    void D29_of_a_stop_and_an_end_the_first_day_counts() {
        told(buyer("3332"), "END_DATE", "2024-01-01");
        var stop = Map.of("stoppedFrom", "2024-05-01", "hearingOpenedOn", "2023-11-01", "grounds", "breach");
        String stopId = postAs(buyer("3332"), path + "/stops", stop)
                .statusCode(201)
                .extract()
                .path("id");
        postAs(approver("3332"), path + "/stops/" + stopId + "/approvals").statusCode(201);
        getAs(buyer("3332"), path).body("state", is("STOPPED")).body("endedFrom", is("2024-01-01"));
        String next = propose("2024-01-01").statusCode(201).extract().path("id");
        world.accept(agb, next).statusCode(201);
        postAs(approver("3332"), path + "/stops/" + stopId + "/withdrawals", WHY)
                .statusCode(201);
    }

    @Test
    void D35_the_database_holds_the_term_of_notice_the_sides_and_the_withdrawal_in_time_too() {
        var id = told(signatory(agb), "CLOSING", "2023-11-01");
        var copy = "insert into ending select gen_random_uuid(), contract_id, %s, announced_on, announced_by,"
                + " announced_with, announced_at from ending where id = cast(:id as uuid)";
        refused("a_notice_takes_three_months", copy.formatted("'NOTICE', 'PRACTICE', date '2024-02-28', grounds"), id);
        refused("each_party_has_its_ends", copy.formatted("'NOTICE', 'INSURER', date '2024-12-31', grounds"), id);
        refused(
                "only_a_practice_closed_in_the_past",
                copy.formatted("'CLOSING', 'INSURER', date '2023-11-30', grounds"),
                id);
        refused(
                "no_withdrawal_once_in_effect",
                "insert into ending_withdrawal select id, ended_from, told_by, 'late', announced_on, announced_by,"
                        + " announced_with, announced_at from ending where id = cast(:id as uuid)",
                id);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.execute("delete from ending")),
                "an end is never erased");
    }

    private void refused(String constraint, String sql, String id) {
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(
                        () -> this.sql.update(sql).bind("id", id).execute()));
        assertEquals(constraint, Violations.constraint(refused).orElseThrow());
    }

    private ValidatableResponse announce(String token, String kind, String endedFrom) {
        return postAs(token, path + "/endings", Map.of("kind", kind, "endedFrom", endedFrom, "grounds", "we retire"));
    }

    private String told(String token, String kind, String endedFrom) {
        return announce(token, kind, endedFrom).statusCode(201).extract().path("id");
    }

    private ValidatableResponse propose(String startsOn) {
        var offer = world.offer("3332", agb, startsOn);
        offer.put("expiresAt", "2024-06-30T22:00:00Z");
        return postAs(buyer("3332"), OFFERS, offer);
    }
}
