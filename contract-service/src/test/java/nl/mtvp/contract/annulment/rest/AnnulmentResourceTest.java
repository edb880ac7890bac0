package nl.mtvp.contract.annulment.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
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
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AnnulmentResourceTest {

    private static final String ANNULLED = "nl.mtvp.contract-annulled.v1";
    private static final Map<String, Object> WHY = Map.of("reason", "the start should have been 2023-07-01");

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private String agb;
    private String contract;
    private String path;

    @BeforeEach
    void a_contract_with_a_wrong_start() {
        TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        path = "/v1/contracts/" + contract;
    }

    @Test
    void D28_a_wrong_start_is_mended_by_an_annulment_of_both_parties_and_a_new_offer() {
        var annulment = proposed(buyer("3332"));
        getAs(signatory(agb), annulment).statusCode(200).body("state", is("PROPOSED"));
        getAs(signatory(agb), path).body("state", is("ACTIVE")).body("annulledAt", nullValue());
        postAs(buyer("3332"), OFFERS, world.offer("3332", agb, "2023-07-01")).statusCode(409);

        postAs(signatory(agb), annulment + "/consents").statusCode(201).body("state", is("AGREED"));

        getAs(signatory(agb), path).body("state", is("ANNULLED")).body("annulledAt", is("2023-05-20T10:00:00Z"));
        assertEquals(
                List.of(Map.of(
                        "contractId",
                        contract,
                        "uzovi",
                        "3332",
                        "agb",
                        agb,
                        "annulmentId",
                        annulment.replaceAll(".*/", ""),
                        "annulledAt",
                        "2023-05-20T10:00:00Z",
                        "reason",
                        "the start should have been 2023-07-01")),
                world.told(ANNULLED, contract));
        world.contracted("3332", agb, "2023-07-01");
        getAs(buyer("3332"), "/v1/contracts?agb=" + agb).body("state", contains("ANNULLED", "ACTIVE"));
        getAs(buyer("3332"), "/v1/contracts?state=ANNULLED&agb=" + agb).body("id", contains(contract));
    }

    @Test
    void D28_the_practice_may_propose_too_and_then_the_insurer_consents() {
        var annulment = proposed(signatory(agb));
        postAs(buyer("3332"), annulment + "/consents").statusCode(201).body("answeredBy", is("buyer-3332"));
        getAs(buyer("3332"), path).body("state", is("ANNULLED"));
    }

    @Test
    void D28_one_side_alone_annuls_nothing_nor_one_person_on_both_sides() {
        var annulment = proposed(buyer("3332"));
        postAs(approver("3332"), annulment + "/consents")
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:not-for-you-to-answer"));
        var same = Tokens.practice("buyer-3332", List.of(agb), World.kvkOf(agb), Roles.PRACTICE, Roles.SIGNATORY);
        postAs(same, annulment + "/consents").statusCode(403);
        postAs(signatory(agb), annulment + "/withdrawals").statusCode(403);
        var reader = Tokens.practice("reader", List.of(agb), World.kvkOf(agb), Roles.PRACTICE);
        postAs(reader, annulment + "/consents").statusCode(403);
        postAs(signatory(world.newAgb()), annulment + "/consents").statusCode(404);
        postAs(buyer("3311"), path + "/annulments", WHY).statusCode(404);
        getAs(buyer("3311"), annulment).statusCode(404);
        getAs(buyer("3311"), path + "/annulments").statusCode(404);
        var robot = Tokens.system("insurer-3332", Map.of("uzovi", Set.of("3332")), Roles.INSURER);
        postAs(robot, path + "/annulments", WHY).statusCode(403);
        postAs(buyer("3332"), path + "/annulments", Map.of("reason", " "))
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        postAs(signatory(agb), path + "/annulments/" + UUID.randomUUID() + "/consents")
                .statusCode(404);
        getAs(buyer("3332"), path).body("state", is("ACTIVE"));
        assertEquals(List.of(), world.told(ANNULLED, contract));
    }

    @Test
    void D28_an_unanswered_annulment_may_be_withdrawn_and_then_nobody_consents_to_it() {
        var annulment = proposed(buyer("3332"));
        postAs(buyer("3332"), annulment + "/withdrawals").statusCode(201).body("state", is("WITHDRAWN"));
        postAs(signatory(agb), annulment + "/consents")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:annulment-not-open"));
        getAs(buyer("3332"), path + "/annulments").body("state", contains("WITHDRAWN"));
        getAs(buyer("3332"), path).body("state", is("ACTIVE"));
    }

    @Test
    void D28_nothing_more_happens_to_an_annulled_contract() {
        var stop = Map.of("stoppedFrom", "2023-05-01", "hearingOpenedOn", "2023-05-01", "grounds", "breach");
        String stopId = postAs(buyer("3332"), path + "/stops", stop).extract().path("id");
        var second = proposed(buyer("3332"));
        postAs(signatory(agb), proposed(buyer("3332")) + "/consents").statusCode(201);

        isRefused(postAs(approver("3332"), path + "/stops/" + stopId + "/approvals"));
        isRefused(postAs(
                signatory(agb),
                path + "/endings",
                Map.of("kind", "NOTICE", "endedFrom", "2024-01-01", "grounds", "we retire")));
        isRefused(postAs(signatory(agb), second + "/consents"));
        isRefused(postAs(signatory(agb), path + "/annulments", WHY));
    }

    @Test
    void D28_of_consent_and_withdrawal_at_the_same_moment_one_counts() {
        var annulment = proposed(buyer("3332"));
        var statuses = Together.of(
                8,
                number -> number % 2 == 0
                        ? postAs(signatory(agb), annulment + "/consents")
                                .extract()
                                .statusCode()
                        : postAs(buyer("3332"), annulment + "/withdrawals")
                                .extract()
                                .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void D28_the_database_holds_both_sides_four_eyes_and_the_one_answer_too() {
        var id = proposed(buyer("3332")).replaceAll(".*/", "");
        var answer =
                "insert into annulment_answer select id, proposed_for, proposed_by, '%s', '%s', %s, 'x', proposed_at"
                        + " from annulment where id = cast(:id as uuid)";
        refused("both_sides_annul", answer.formatted("AGREED", "INSURER", "'other'"), id);
        refused("both_sides_annul", answer.formatted("WITHDRAWN", "PRACTICE", "'other'"), id);
        refused("four_eyes_on_an_annulment", answer.formatted("AGREED", "PRACTICE", "proposed_by"), id);
        postAs(buyer("3332"), path + "/annulments/" + id + "/withdrawals").statusCode(201);
        refused("annulment_answer_pkey", answer.formatted("AGREED", "PRACTICE", "'other'"), id);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.execute("delete from annulment_answer")),
                "an answer is never erased");
    }

    private void isRefused(ValidatableResponse answer) {
        answer.statusCode(409).body("type", is("urn:mtvp:problem:contract-is-annulled"));
    }

    private void refused(String constraint, String sql, String id) {
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(
                        () -> this.sql.update(sql).bind("id", id).execute()));
        assertEquals(constraint, Violations.constraint(refused).orElseThrow());
    }

    private String proposed(String token) {
        String id = postAs(token, path + "/annulments", WHY)
                .statusCode(201)
                .extract()
                .path("id");
        return path + "/annulments/" + id;
    }
}
