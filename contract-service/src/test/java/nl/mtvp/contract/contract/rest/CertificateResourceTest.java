package nl.mtvp.contract.contract.rest;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class CertificateResourceTest {

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
    void a_contract() {
        clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        path = "/v1/contracts/" + contract + "/certificate";
    }

    @Test
    void D27_the_signed_document_is_recognised_as_json_and_as_bytes() {
        var document = document();
        verify(Map.of("document", document))
                .statusCode(200)
                .body("signed", is(true))
                .body("differences", empty())
                .body("digest", is(digest()));
        verifyBytes(CanonicalJson.bytes(document)).body("signed", is(true));
        var spaced = new String(CanonicalJson.bytes(document), StandardCharsets.UTF_8).replace(":{", " : {");
        verifyBytes(spaced.getBytes(StandardCharsets.UTF_8)).body("signed", is(true));
    }

    @Test
    void D27_of_another_document_it_says_where_it_differs() {
        var document = document();
        @SuppressWarnings("unchecked")
        var offer = new HashMap<>((Map<String, Object>) document.get("offer"));
        offer.put("startsOn", "2023-07-01");
        document.put("offer", offer);
        document.remove("regioplan");
        document.put("a/b~c", List.of(1));
        verify(Map.of("document", document))
                .statusCode(200)
                .body("signed", is(false))
                .body("certificateDigest", is(digest()))
                .body("differences.pointer", contains("/a~1b~0c", "/offer/startsOn", "/regioplan"))
                .body("differences[1].signed", is("2023-04-01"))
                .body("differences[1].given", is("2023-07-01"));
    }

    @Test
    void D27_any_flipped_bit_of_the_document_is_noticed() {
        var bytes = CanonicalJson.bytes(document());
        for (int at = 0; at < bytes.length; at += 29) {
            var flipped = bytes.clone();
            flipped[at] ^= 1;
            var answer = verifyBytes(flipped).extract();
            boolean noticed = answer.statusCode() == 400 || !answer.jsonPath().getBoolean("signed");
            assertEquals(true, noticed, "a flipped bit in byte " + at);
        }
    }

    @Test
    void D27_what_is_no_document_is_refused() {
        verify(Map.of()).statusCode(400).body("errors.code", contains("one-of-two"));
        verify(Map.of("document", Map.of(), "documentBase64", "e30=")).statusCode(400);
        verify(Map.of("documentBase64", "%%%")).statusCode(400).body("errors.location", contains("/documentBase64"));
        verifyBytes("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)).statusCode(400);
        verifyBytes("12".getBytes(StandardCharsets.UTF_8)).statusCode(400);
        verifyBytes("{\"a\":[12675.00000000000000000001]}".getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        for (var number : List.of("12675.00000000000000000001", "1".repeat(400), "1e999")) {
            as(buyer("3332"))
                    .contentType("application/json")
                    .body("{\"document\": {\"a\": [{\"b\": " + number + "}]}}")
                    .post(path + "/verifications")
                    .then()
                    .statusCode(400)
                    .body("errors.location", contains("/document"))
                    .body("errors.code", contains("canonical-form"))
                    .body("errors[0].detail", containsString("at /a/0/b "));
        }
        postAs(buyer("3311"), path + "/verifications", Map.of("document", Map.of()))
                .statusCode(404);
        getAs(buyer("3311"), path).statusCode(404);
    }

    @Test
    void D27_the_timeline_grows_beside_the_evidence_which_stays() {
        var before = digest();
        getAs(signatory(agb), path)
                .body("timeline.event", hasItems("nl.mtvp.offer-proposed.v1", "nl.mtvp.contract-accepted.v1"));
        clock.moveTo("2024-03-01");
        var stop = Map.of("stoppedFrom", "2023-11-15", "hearingOpenedOn", "2023-11-01", "grounds", "breach");
        String id = postAs(buyer("3332"), "/v1/contracts/" + contract + "/stops", stop)
                .extract()
                .path("id");
        postAs(approver("3332"), "/v1/contracts/" + contract + "/stops/" + id + "/approvals")
                .statusCode(201);

        var timeline = getAs(signatory(agb), path).extract().jsonPath();
        var events = timeline.getList("timeline.event", String.class);
        assertEquals("nl.mtvp.offer-proposed.v1", events.get(0));
        assertEquals("nl.mtvp.contract-stopped.v1", events.get(events.size() - 1));
        assertEquals("2024-03-01T11:00:00Z", timeline.getString("timeline.happenedAt[-1]"));
        assertEquals(before, digest());
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.execute("update certificate set document = ''")),
                "evidence never changes");
    }

    private Map<String, Object> document() {
        return new HashMap<>(
                getAs(buyer("3332"), path).statusCode(200).extract().jsonPath().getMap("document"));
    }

    private String digest() {
        return getAs(buyer("3332"), path).extract().path("digest");
    }

    private ValidatableResponse verify(Map<String, ?> body) {
        return postAs(signatory(agb), path + "/verifications", body);
    }

    private ValidatableResponse verifyBytes(byte[] bytes) {
        return verify(Map.of("documentBase64", Base64.getEncoder().encodeToString(bytes)));
    }
}
