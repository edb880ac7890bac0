package nl.mtvp.suite.story.expected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of docs/draw.md. */
class DrawVerifierTest {

    private static final String POOL =
            """
            {"ceilingPercent":75,"lots":[{"id":"hub:ZOU/De Bilt","ion":43000,"kind":"HUB","members":[{"agb":"01000021",\
            "ion":21000},{"agb":"01000022","ion":22000}]},{"id":"hub:ZOU/Heuvelrug","ion":38200,"kind":"HUB","members":\
            [{"agb":"01000031","ion":38200}]},{"id":"hub:ZOU/Soest","ion":4800,"kind":"HUB","members":[{"agb":\
            "01000041","ion":4800}]},{"id":"practice:01000061","ion":2400,"kind":"PRACTICE","members":[{"agb":\
            "01000061","ion":2400}]},{"id":"practice:01000062","ion":2300,"kind":"PRACTICE","members":[{"agb":\
            "01000062","ion":2300}]}],"quarter":"2023-Q4","region":"ZOU","roundId":\
            "018c0000-0000-7000-8000-000000000001","totalIon":187200,"usedIon":61000}""";

    private ObjectNode transcript;

    @BeforeEach
    void the_example() throws Exception {
        var json = new ObjectMapper();
        transcript = json.createObjectNode();
        transcript.set("pool", json.readTree(POOL));
        transcript.put("poolHash", "7e3b845b05497737369027e9dc48478ab5d2ec95212ddaf92e330135352697b5");
        transcript.put("commitment", "76aafa161c63164ea3d55f9fc82415d1ce05ac20e8ce93d6504c1a78039c8454");
        transcript.put("seed", "6a0571bc9d60c1c258c725d71800e40c83f39512ef61d503099fa9e464d2424d");
        transcript.put("drawId", "018c0000-0000-7000-8000-000000000002");
        transcript.putArray("withdrawals");
        transcript.putArray("turns");
        turn("hub:ZOU/Heuvelrug", 38_200, "ADMITTED", 99_200, "52.99");
        turn("hub:ZOU/De Bilt", 43_000, "LAPSED", 99_200, "52.99");
        turn("hub:ZOU/Soest", 4_800, "ADMITTED", 104_000, "55.55");
        turn("practice:01000062", 2_300, "ADMITTED", 106_300, "56.78");
        turn("practice:01000061", 2_400, "ADMITTED", 108_700, "58.06");
    }

    @Test
    void the_canonical_form_is_that_of_the_page() {
        assertEquals(POOL, DrawVerifier.canonical(transcript.path("pool")));
    }

    @Test
    void a_right_transcript_has_no_differences() {
        assertEquals(List.of(), DrawVerifier.differences(transcript));
    }

    @Test
    void another_seed_is_found() {
        transcript.put("seed", "00".repeat(32));
        assertTrue(DrawVerifier.differences(transcript).get(0).startsWith("commitment"));
    }

    @Test
    void a_changed_pool_is_found() {
        ((ObjectNode) transcript.at("/pool/lots/0")).put("ion", 42_999);
        assertTrue(DrawVerifier.differences(transcript).get(0).startsWith("poolHash"));
    }

    @Test
    void a_favoured_lot_is_found() {
        ((ObjectNode) transcript.at("/turns/1")).put("outcome", "ADMITTED");
        var differences = DrawVerifier.differences(transcript);
        assertEquals(1, differences.size(), differences.toString());
        assertTrue(differences.get(0).startsWith("turn 2"));
    }

    private void turn(String lotId, long ion, String outcome, long used, String percent) {
        var turns = transcript.withArray("turns");
        turns.addObject()
                .put("rank", turns.size())
                .put("lotId", lotId)
                .put("ion", ion)
                .put("outcome", outcome)
                .put("usedIonAfter", used)
                .put("cumulativePercent", percent)
                .put("why", "");
    }
}
