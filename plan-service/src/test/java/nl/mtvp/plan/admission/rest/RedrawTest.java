package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.Feed;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.plan.Api;
import nl.mtvp.verifier.VerifyDraw;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RedrawTest extends AdmissionScenario {

    private static final Map<String, String> REASON = Map.of("reason", "the notary's protocol was not signed");

    @Test
    void D20_a_second_draw_is_recorded_apart_with_its_reason_and_both_transcripts_hold() {
        var round = drawn("2023-Q3");
        var first = text(round + "/transcript");
        redrawn(round, REASON);

        var second = text(round + "/transcript");
        assertEquals(first, text(round + "/draws/1/transcript"), "the first one stays as it was");
        assertEquals(second, text(round + "/draws/2/transcript"));
        assertEquals(List.of(), VerifyDraw.faults(first));
        assertEquals(List.of(), VerifyDraw.faults(second));
        get(service(), round + "/transcript")
                .body("drawNumber", is(2))
                .body("redrawReason", is(REASON.get("reason")))
                .body("redrawId", notNullValue());
        var page = get(buyer("3311"), round + "/draws?limit=1")
                .statusCode(200)
                .body("number", contains(1))
                .body("redrawReason", contains(nullValue()))
                .body("transcriptHash", contains((String) from(first).get("transcriptHash")));
        get(buyer("3311"), Api.next(page))
                .body("number", contains(2))
                .body("redrawReason", contains(REASON.get("reason")))
                .body("transcriptHash", contains((String) from(second).get("transcriptHash")));
        get(service(), round + "/draws/3/transcript").statusCode(404);
        get(service(), round + "/draws/x/transcript").statusCode(400);
        get(service(), round + "/draws?limit=0").statusCode(400);
    }

    @Test
    void D20_a_second_draw_needs_a_new_commitment_and_the_order_of_somebody_else() {
        var round = frozen("2023-Q3");
        var redraws = round + "/redraws";
        post(desk(), redraws, REASON).statusCode(409).body("type", is("urn:mtvp:problem:round-is-frozen"));
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);

        post(desk(), redraws, REASON).statusCode(409).body("type", is("urn:mtvp:problem:commitment-needed"));
        post(notary(), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(400)
                .body("type", is("urn:mtvp:problem:seed-used-before"));
        seed = newSeed();
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(409);
        commit(round);
        post(notary(), round + "/commitments", Map.of("commitment", "00".repeat(32)))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:commitment-given"));
        post(notary(), round + "/draws", Map.of("seed", seed))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:round-is-closed"));

        var notaryOfTheDesk = Tokens.of("notary", Roles.NOTARY, Roles.NATIONAL_DESK);
        post(notaryOfTheDesk, redraws, REASON)
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:notary-does-not-order"));
        post(rho(region), redraws, REASON).statusCode(403);
        post(Tokens.system("desk-system", Map.of(), Roles.NATIONAL_DESK), redraws, REASON)
                .statusCode(403);
        post(desk(), redraws, Map.of("reason", " ")).statusCode(400).body("errors.location", contains("/reason"));
        post(desk(), "/admission-rounds/" + UUID.randomUUID() + "/redraws", REASON)
                .statusCode(404);
        post(desk(), redraws, REASON)
                .statusCode(201)
                .body("state", is("FROZEN"))
                .body("drawId", nullValue());
        post(desk(), redraws, REASON).statusCode(409).body("type", is("urn:mtvp:problem:round-is-frozen"));
        refused("2023-Q4", "earlier-round-open");
    }

    @Test
    void D20_what_a_second_draw_changes_is_withdrawn_and_admitted_in_one_transaction_and_told() {
        var round = drawn("2023-Q3");
        int tries = 0;
        for (var before = admitted(); tries < 20 && before.equals(admitted()); tries++) {
            redrawn(round, REASON);
        }
        var told = new TreeSet<String>();
        for (var event : Feed.events()) {
            if (!region.equals(((Map<?, ?>) event.get("data")).get("region"))) {
                continue;
            }
            var agb = (String) event.get("subject");
            if (event.get("type").equals("nl.mtvp.practice-admitted.v1")) {
                assertTrue(told.add(agb), "admitted while admitted: " + agb);
            } else {
                assertTrue(told.remove(agb), "withdrawn while not admitted: " + agb);
            }
        }
        assertTrue(tries < 20, "20 draws gave the same: seeds are not used");
        assertEquals(told, admitted(), "the feed tells what the tranche list shows");
        var transcript = get(service(), round + "/transcript").extract().jsonPath();
        assertEquals(
                Set.copyOf(transcript.getList("turns.findAll { it.outcome == 'ADMITTED' }.lotId")),
                Set.copyOf(admittedHubs()));
        get(service(), round + "/draws").body("$", hasSize(tries + 1));
        var hashes = events("nl.mtvp.practice-admitted.v1").stream()
                .map(event -> event.get("transcriptHash"))
                .toList();
        assertTrue(hashes.contains(from(text(round + "/draws/1/transcript")).get("transcriptHash")));
    }

    @Test
    void D20_the_order_of_a_second_draw_depends_on_the_id_of_its_order_too() {
        var round = drawn("2023-Q3");
        redrawn(round, REASON);
        var other = text(round + "/transcript")
                .replace(
                        (String) from(text(round + "/transcript")).get("redrawId"),
                        "00000000-0000-7000-8000-000000000000");
        assertNotEquals(List.of(), VerifyDraw.faults(other));
    }

    @Test
    void D20_who_stepped_out_stays_out_and_a_lot_withdrawn_before_the_second_draw_is_skipped_in_it() {
        var round = drawn("2023-Q3");
        var out = admitted().first();
        post(rho(region), round + "/admission-withdrawals", Map.of("agb", out, "reason", "closes"))
                .statusCode(201);
        seed = newSeed();
        commit(round);
        post(desk(), round + "/redraws", REASON).statusCode(201);
        post(
                        rho(region),
                        "/regions/" + region + "/preferences",
                        Map.of("preferences", List.of(preference(bunnik, false, null))))
                .statusCode(409);
        post(rho(region), round + "/lot-withdrawals", Map.of("lotId", hub("Zeist"), "reason", "steps back"))
                .statusCode(201);
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);

        assertTrue(!admitted().contains(out) && !admitted().contains(zeist), admitted()::toString);
        get(service(), round + "/draws/1/transcript").body("withdrawals", empty());
        get(service(), round + "/draws/2/transcript").body("withdrawals.lotId", contains(hub("Zeist")));
        assertEquals(List.of(), VerifyDraw.faults(text(round + "/draws/1/transcript")));
        assertEquals(List.of(), VerifyDraw.faults(text(round + "/draws/2/transcript")));
    }

    @Test
    void D20_a_draw_on_which_a_later_round_builds_is_not_repeated_nor_is_a_round_without_one() {
        var round = drawn("2023-Q3");
        seed = newSeed();
        commit(round);
        var last = open("2024-Q1");
        post(desk(), round + "/redraws", REASON)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:later-round-opened"));
        seed = newSeed();
        post(notary(), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(409);
        post(rho(region), last + "/freezes").statusCode(201).body("transcriptHash", notNullValue());
        post(desk(), last + "/redraws", REASON).statusCode(409).body("type", is("urn:mtvp:problem:no-draw-needed"));
        assertEquals(List.of(), VerifyDraw.faults(text(last + "/transcript")));
        get(service(), last + "/draws").body("$", empty());
        get(service(), last + "/draws/1/transcript").statusCode(404);
    }

    @Test
    void D20_of_simultaneous_orders_and_of_simultaneous_second_draws_one_counts() {
        var round = drawn("2023-Q3");
        seed = newSeed();
        commit(round);
        oneCounts(Together.of(
                20, number -> post(desk(), round + "/redraws", REASON).extract().statusCode()));
        oneCounts(Together.of(20, number -> post(notary(), round + "/draws", Map.of("seed", seed))
                .extract()
                .statusCode()));
    }

    @Test
    void D20_the_database_too_wants_a_commitment_an_order_and_a_reason_for_a_second_draw() {
        var round = drawn("2023-Q3").substring("/admission-rounds/".length());
        var values = "values (gen_random_uuid(), '" + round + "', 2, decode(repeat('00', 32), 'hex'), ";
        refusedByTheDatabase(
                "an_order_follows_its_commitment",
                "insert into redraw (id, round_id, number, reason, committed_by,"
                        + " ordered_at, ordered_by) values (gen_random_uuid(), '" + round
                        + "', 2, 'x', 'n', now(), 'd')");
        refusedByTheDatabase(
                "the_notary_orders_no_redraw",
                "insert into redraw (id, round_id, number, reason, committed_by,"
                        + " ordered_at, ordered_by) values (gen_random_uuid(), '" + round
                        + "', 2, 'x', 'n', now(), 'n')");
        refusedByTheDatabase(
                "a_repeated_draw_has_a_reason",
                "insert into draw (id, round_id, number, commitment, seed, drawn_at," + " drawn_by) " + values
                        + "decode('" + seed + "', 'hex'), now(), 'n')");
        refusedByTheDatabase(
                "the_hash_is_that_of_the_transcript",
                "insert into transcript_seal (round_id, canonical," + " transcript_hash, sealed_at) values ('" + round
                        + "', '{}', decode(repeat('00', 32), 'hex'), now())");
        refusedByTheDatabase(
                "a_draw_is_sealed_once",
                "insert into transcript_seal (round_id, draw_id, canonical, transcript_hash,"
                        + " sealed_at) select round_id, draw_id, canonical, transcript_hash, now() from transcript_seal"
                        + " where round_id = '" + round + "'");
        refusedByTheDatabase(
                "a_seed_is_committed_to_once",
                "insert into draw_commitment (round_id, number, commitment,"
                        + " committed_at, committed_by) select round_id, 2, commitment, now(), 'n' from draw_commitment"
                        + " where round_id = '" + round + "'");
    }

    private void refusedByTheDatabase(String constraint, String sql) {
        var message =
                assertThrows(SQLException.class, () -> execute("app", sql)).getMessage();
        assertTrue(message.contains(constraint) || constraint.isEmpty(), message);
    }

    private static void oneCounts(List<Integer> answers) {
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(answers.size() - 1, Collections.frequency(answers, 409), answers.toString());
    }

    private void redrawn(String round, Map<String, String> reason) {
        seed = newSeed();
        commit(round);
        post(desk(), round + "/redraws", reason).statusCode(201).body("state", is("FROZEN"));
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201).body("state", is("CLOSED"));
    }

    private TreeSet<String> admitted() {
        return new TreeSet<>(get(service(), "/tranches?region=" + region)
                .extract()
                .jsonPath()
                .<String>getList("agb"));
    }

    private List<String> admittedHubs() {
        return new TreeSet<>(get(service(), "/tranches?region=" + region)
                        .extract()
                        .jsonPath()
                        .<String>getList("hub"))
                .stream().map(this::hub).toList();
    }

    private static Map<String, Object> from(String json) {
        return JsonPath.from(json).getMap("$");
    }
}
