package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.verifier.VerifyDraw;
import org.junit.jupiter.api.Test;

/** Whoever changes anything of a published transcript is found out (D20), by the verifier and by the service. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class VerificationTest extends AdmissionScenario {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void D20_the_verifier_finds_each_change_of_each_property_of_a_first_draw() throws Exception {
        eachChangeIsFound(withAWithdrawnLot("2023-Q3"));
    }

    @Test
    void D20_the_verifier_finds_each_change_of_each_property_of_a_repeated_draw() throws Exception {
        var round = withAWithdrawnLot("2023-Q3");
        seed = newSeed();
        commit(round);
        post(desk(), round + "/redraws", Map.of("reason", "the protocol was not signed"))
                .statusCode(201);
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);
        eachChangeIsFound(round);
    }

    @Test
    void D20_the_verifier_finds_each_change_of_each_property_of_a_round_without_a_draw() throws Exception {
        var round = open("2024-Q1");
        post(rho(region), round + "/freezes").statusCode(201);
        eachChangeIsFound(round);
    }

    @Test
    void D20_the_verifier_says_of_a_round_that_is_not_drawn_yet_that_it_cannot_be_verified() {
        var round = open("2023-Q3");
        assertTrue(!VerifyDraw.faults(text(round + "/transcript")).isEmpty());
        seed = newSeed();
        commit(round);
        post(rho(region), round + "/freezes").statusCode(201);
        assertTrue(!VerifyDraw.faults(text(round + "/transcript")).isEmpty());
    }

    @Test
    void D20_the_service_recomputes_a_transcript_handed_in_and_says_what_differs() throws Exception {
        var round = drawn("2023-Q3");
        var path = round + "/verifications";
        var transcript = (ObjectNode) JSON.readTree(text(round + "/transcript"));
        verify(path, transcript)
                .statusCode(200)
                .body("holds", is(true))
                .body("recomputed", is(true))
                .body("transcriptHash", is(transcript.path("transcriptHash").asText()))
                .body("differences", empty());

        ((ObjectNode) transcript.at("/turns/0")).put("usedIonAfter", 1);
        transcript.put("fourth/wish", true);
        transcript.remove("seed");
        verify(path, transcript)
                .statusCode(200)
                .body("holds", is(false))
                .body("recomputed", is(true))
                .body("differences.location", contains("/fourth~1wish", "/seed", "/turns/0/usedIonAfter"))
                .body("differences.handedIn", contains("true", null, "1"))
                .body("differences[1].recorded", is('"' + seed + '"'))
                .body("differences[0].recorded", nullValue());
        var answers = IntStream.rangeClosed(1, 2)
                .map(number -> post(
                                practice(zeist),
                                path,
                                Map.of("drawNumber", number, "transcript", Map.of("roundId", "x")))
                        .extract()
                        .statusCode())
                .boxed()
                .toList();
        assertEquals(List.of(200, 404), answers);
        post(practice(zeist), path, Map.of()).statusCode(400).body("errors.location", contains("/transcript"));
        post(practice(zeist), path, Map.of("transcript", "x")).statusCode(400);
        post(Tokens.of("portal", "portal"), path, Map.of("transcript", Map.of()))
                .statusCode(403);
        verify("/admission-rounds/" + UUID.randomUUID() + "/verifications", transcript)
                .statusCode(404);
    }

    private static ValidatableResponse verify(String path, JsonNode transcript) {
        return post(service(), path, Map.of("transcript", JSON.convertValue(transcript, Map.class)));
    }

    private String withAWithdrawnLot(String quarter) {
        var round = open(quarter);
        seed = newSeed();
        commit(round);
        post(rho(region), round + "/freezes").statusCode(201);
        post(rho(region), round + "/lot-withdrawals", Map.of("lotId", hub("Soest"), "reason", "steps \"back\""))
                .statusCode(201);
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);
        return round;
    }

    private void eachChangeIsFound(String round) throws Exception {
        var original = JSON.readTree(text(round + "/transcript"));
        assertEquals(List.of(), VerifyDraw.faults(original.toString()));
        var changed = changes(original);
        assertTrue(changed.size() > 150, "only " + changed.size() + " changes were tried");
        changed.forEach((what, transcript) -> {
            var faults = VerifyDraw.faults(transcript);
            assertTrue(!faults.isEmpty(), "not found: " + what + " in " + transcript);
            assertTrue(faults.get(0).startsWith("/"), "says not where: " + what + ": " + faults);
        });
    }

    /** Each way in which one thing may be changed, by what was done: at every place of the tree. */
    private static Map<String, String> changes(JsonNode original) {
        var changes = new LinkedHashMap<String, String>();
        walk("", original, (what, changed) -> changes.put(what, changed.toString()));
        return changes;
    }

    private interface Seen {
        void changed(String what, JsonNode changed);
    }

    private static void walk(String path, JsonNode node, Seen seen) {
        if (node instanceof ObjectNode object) {
            for (var name : (Iterable<String>) object::fieldNames) {
                var without = object.deepCopy();
                without.remove(name);
                seen.changed(path + "/" + name + " removed", without);
                walk(
                        path + "/" + name,
                        object.get(name),
                        (what, changed) -> seen.changed(what, object.deepCopy().set(name, changed)));
            }
            seen.changed(path + " has one more", object.deepCopy().put("x", 1));
        } else if (node instanceof ArrayNode list) {
            for (int at = 0; at < list.size(); at++) {
                int place = at;
                var without = list.deepCopy();
                without.remove(at);
                seen.changed(path + "/" + at + " removed", without);
                seen.changed(path + "/" + at + " doubled", list.deepCopy().insert(at, list.get(at)));
                if (at > 0) {
                    var swapped = list.deepCopy();
                    swapped.insert(at - 1, swapped.remove(at));
                    seen.changed(path + "/" + at + " moved up", swapped);
                }
                walk(path + "/" + at, list.get(at), (what, changed) -> {
                    var copy = list.deepCopy();
                    copy.set(place, changed);
                    seen.changed(what, copy);
                });
            }
            seen.changed(path + " has a text more", list.deepCopy().add("x"));
        } else {
            values(node).forEach(value -> seen.changed(path + " becomes " + value, value));
        }
    }

    /** Other values, near and far, of the same type and another one. */
    private static List<JsonNode> values(JsonNode node) {
        var values = new ArrayList<JsonNode>();
        if (node.isTextual()) {
            var text = node.asText();
            values.add(TextNode.valueOf(text + "0"));
            values.add(TextNode.valueOf(text.substring(1)));
            values.add(TextNode.valueOf(""));
            char last = text.charAt(text.length() - 1);
            values.add(TextNode.valueOf(text.substring(0, text.length() - 1) + (last == '1' ? '2' : '1')));
            values.add(LongNode.valueOf(1));
        } else if (node.isNumber()) {
            values.add(LongNode.valueOf(node.asLong() + 1));
            values.add(LongNode.valueOf(node.asLong() == 0 ? 7 : 0));
            values.add(LongNode.valueOf(-1));
            values.add(TextNode.valueOf(node.asText()));
        } else {
            values.add(TextNode.valueOf("2023-05-15"));
            values.add(LongNode.valueOf(0));
        }
        if (!node.isNull()) {
            values.add(NullNode.instance);
        }
        return values;
    }
}
