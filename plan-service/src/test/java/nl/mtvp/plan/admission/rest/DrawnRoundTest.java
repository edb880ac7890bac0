package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.verifier.VerifyDraw;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class DrawnRoundTest extends AdmissionScenario {

    @Test
    void D20_a_drawn_round_is_recomputed_from_its_transcript_by_code_that_shares_nothing() {
        var round = frozen("2023-Q3");
        get(rho(region), round + "/draws")
                .statusCode(200)
                .body("commitment", contains(commitment()))
                .body("drawId", contains(nullValue()))
                .body("drawnAt", contains(nullValue()))
                .body("transcriptHash", contains(nullValue()));
        post(notary(), round + "/draws", Map.of("seed", seed))
                .statusCode(201)
                .body("state", is("CLOSED"))
                .body("commitment", is(commitment()))
                .body("seed", is(seed))
                .body("drawId", notNullValue());

        var transcript = get(practice(zeist), round + "/transcript")
                .statusCode(200)
                .body("pool.totalIon", is(10_000))
                .body("pool.usedIon", is(0))
                .body("pool.ceilingPercent", is(50))
                .body("pool.lots.id", contains(hub("Bunnik"), hub("Soest"), hub("Zeist")))
                .body("pool.lots.ion", contains(2_500, 2_000, 4_000))
                .extract()
                .asString();
        assertEquals(List.of(), VerifyDraw.faults(transcript));
    }

    @Test
    void D20_the_notary_commits_before_the_freeze_and_reveals_what_was_committed_to() {
        var round = open("2023-Q3");
        var freezes = round + "/freezes";
        post(rho(region), freezes).statusCode(409).body("type", is("urn:mtvp:problem:commitment-needed"));
        post(notary(), round + "/draws", Map.of("seed", seed))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:round-is-open"));
        post(notary(), round + "/commitments", Map.of("commitment", "xyz"))
                .statusCode(400)
                .body("errors.location", contains("/commitment"));
        post(rho(region), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(403);
        post(Tokens.system("clerk", Map.of(), Roles.NOTARY), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(403);
        post(notary(), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(201);
        post(notary(), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:commitment-given"));

        var notaryOfTheRho =
                Tokens.sign(Tokens.person("notary", Roles.RHO, Roles.NOTARY).claim("rho", region));
        post(notaryOfTheRho, freezes).statusCode(403).body("type", is("urn:mtvp:problem:notary-does-not-freeze"));
        post(rho("Other"), freezes).statusCode(403);
        post(rho(region), freezes).statusCode(201).body("state", is("FROZEN"));
        post(rho(region), freezes).statusCode(409).body("type", is("urn:mtvp:problem:round-is-frozen"));

        post(notary(), round + "/draws", Map.of("seed", "00".repeat(32)))
                .statusCode(400)
                .body("errors.code", contains("seed-does-not-match"));
        post(notary(), round + "/draws", Map.of("seed", "00"))
                .statusCode(400)
                .body("errors.location", contains("/seed"));
        post(rho(region), round + "/draws", Map.of("seed", seed)).statusCode(403);
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);
        post(notary(), round + "/draws", Map.of("seed", seed))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:round-is-closed"));
        get(buyer("3311"), round).statusCode(200).body("ceilingPercent", is(50));
        get(buyer("3311"), "/admission-rounds/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void D20_a_lot_withdrawn_after_the_freeze_keeps_its_place_and_is_skipped() {
        var round = frozen("2023-Q3");
        var withdrawal = Map.of("lotId", hub("Zeist"), "reason", "the hub steps back");
        var path = round + "/lot-withdrawals";
        post(rho("Other"), path, withdrawal).statusCode(403);
        post(rho(region), path, Map.of("lotId", hub("Baarn"), "reason", "x")).statusCode(404);
        post(rho(region), path, Map.of("lotId", hub("Zeist")))
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        post(rho(region), path, withdrawal).statusCode(201).body("withdrawals.lotId", contains(hub("Zeist")));
        post(rho(region), path, withdrawal).statusCode(409);

        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);
        assertEquals(List.of(), VerifyDraw.faults(text(round + "/transcript")));
        get(service(), round + "/transcript")
                .body("turns.find { it.lotId == '" + hub("Zeist") + "' }.outcome", is("WITHDRAWN"))
                .body("turns.find { it.lotId == '" + hub("Zeist") + "' }.why", is("the hub steps back"));
        post(rho(region), path, Map.of("lotId", hub("Soest"), "reason", "too late"))
                .statusCode(409);
    }

    @Test
    void D20_of_simultaneous_draws_one_counts() {
        var round = frozen("2023-Q3");
        var answers = Together.of(20, number -> post(notary(), round + "/draws", Map.of("seed", seed))
                .extract()
                .statusCode());
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(19, Collections.frequency(answers, 409), answers.toString());
    }

    @Test
    void a_draw_repeated_with_its_key_gives_the_first_answer_again() {
        var round = frozen("2023-Q3");
        var key = UUID.randomUUID().toString();
        var first = post(notary(), key, round + "/draws", Map.of("seed", seed)).statusCode(201);
        var second = post(notary(), key, round + "/draws", Map.of("seed", seed)).statusCode(201);

        assertEquals(
                first.extract().jsonPath().getMap("$"),
                second.extract().jsonPath().getMap("$"));
        assertEquals(first.extract().header("Location"), second.extract().header("Location"));
        post(notary(), key, round + "/draws", Map.of("seed", "00".repeat(32)))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:idempotency-key-reused"));
    }

    @Test
    void D20_what_was_frozen_and_drawn_is_changed_by_nobody_not_even_the_owner_of_the_tables() throws SQLException {
        var round = drawn("2023-Q3").substring("/admission-rounds/".length());
        for (var user : List.of("app", "owner")) {
            for (var table : List.of(
                    "admission_round",
                    "draw_commitment",
                    "frozen_pool",
                    "lot",
                    "lot_member",
                    "lot_withdrawal",
                    "draw",
                    "turn",
                    "redraw",
                    "transcript_seal",
                    "preference")) {
                for (var change : List.of(
                        "delete from " + table,
                        "truncate " + table + " cascade",
                        "update " + table + " set "
                                + (table.equals("preference")
                                        ? "agb = agb"
                                        : table.equals("admission_round") ? "id = id" : "round_id = round_id"))) {
                    var state = assertThrows(SQLException.class, () -> execute(user, change))
                            .getSQLState();
                    // Not granted to the application, refused to the owner.
                    assertEquals(user.equals("app") ? "42501" : "23001", state, user + ": " + change);
                }
            }
        }
        get(service(), "/admission-rounds/" + round + "/transcript")
                .statusCode(200)
                .body("state", is("CLOSED"));
    }
}
