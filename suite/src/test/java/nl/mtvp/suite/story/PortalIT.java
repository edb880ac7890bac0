package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PAYMENT;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Turmoil.Ending;
import nl.mtvp.suite.world.Rho.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * contract-service and a portal that behaves badly (D25, D36): every offer ends exactly as its signatory chose by the
 * moment of signing; none is lost, none doubled, whatever fails meanwhile.
 */
class PortalIT {

    private static final int OFFERS = Scale.of(80, 500);
    private static final int KILLS = Scale.of(2, 10);
    private static final long SEED = Long.getLong("mtvp.seed", new Random().nextLong());
    private static final Duration LONG = Duration.ofMinutes(3);

    private static Stack stack;
    private static Region crowd;

    @BeforeAll
    static void start() {
        System.out.println("PortalIT: -Dmtvp.seed=" + SEED);
        var options = new Options(Path.of("target", "portal-stack"), 30180, Crowd.BEGINS_AT);
        stack = Stack.start(Installation.found(), options, sentence -> {});
        crowd = Crowd.gather(stack, OFFERS);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void D36_no_offer_is_lost_or_doubled_when_calls_fail_and_answers_come_late_twice_and_out_of_order() {
        play("7095", 0);
    }

    @Test
    void D36_nor_when_services_are_killed_meanwhile() {
        play("3332", KILLS);
    }

    @ParameterizedTest
    @EnumSource
    void D36_a_stranger_is_refused_counted_and_logged_without_what_it_sent(Stranger stranger) throws Exception {
        var planted = "planted-" + UUID.randomUUID();
        long before = Stranger.refused(stack, stranger.reason());

        assertFalse(stranger.isLetIn(stack, planted), "it was let in");

        assertEquals(before + 1, Stranger.refused(stack, stranger.reason()));
        var log = Files.readString(stack.folder().logs().resolve("contract-service.log"));
        assertTrue(log.contains("refused at the portal's listener: " + stranger.reason()), "it is logged");
        try (var logs = Files.list(stack.folder().logs())) {
            for (var each : logs.toList()) {
                assertFalse(Files.readString(each).contains(planted), each + " holds what was sent");
            }
        }
    }

    @Test
    void D25_a_signature_that_comes_after_our_own_look_at_the_expiry_and_after_our_patience_still_wins()
            throws InterruptedException {
        var late = new LateSignature(stack, crowd, "3311");
        late.offer();
        late.signJustBeforeTheExpiry();
        late.awaitStates("EXPIRING", "EXPIRING");
        late.awaitTheQuestion();
        late.waitFiveWorkingDays();
        late.awaitStates("EXPIRED", "EXPIRED");
        late.letThePortalTell();
        late.awaitStates("ACCEPTED", "EXPIRED");
        assertEquals(late.signature(), contracts("3311"));
        assertEquals(late.signature().keySet().stream().toList(), ids(events("3311"), "nl.mtvp.contract-accepted.v1"));
    }

    private static void play(String uzovi, int kills) {
        var turmoil = new Turmoil(stack, crowd, uzovi, SEED);
        var endings = turmoil.play(kills);
        turmoil.awaitRest();

        assertEquals(states(endings), turmoil.states());
        assertEquals(List.of(), turmoil.messages("DEAD_LETTER"));
        assertEquals(0, stack.desk().putAside().size(), "messages that contract-service refused for good");
        assertEquals(signatures(endings), contracts(uzovi));
        var events = events(uzovi);
        assertEquals(
                endings.keySet().stream().map(UUID::toString).sorted().toList(),
                ids(events, "nl.mtvp.offer-proposed.v1"));
        assertEquals(
                signatures(endings).keySet().stream().sorted().toList(), ids(events, "nl.mtvp.contract-accepted.v1"));
        await().atMost(LONG)
                .untilAsserted(() -> assertEquals(
                        ids(CONTRACT, "/contracts?uzovi=" + uzovi, "id", uzovi),
                        ids(PAYMENT, "/entitlements?quarter=2024-Q1&uzovi=" + uzovi, "contractId", uzovi)));
    }

    private static Map<UUID, String> states(Map<UUID, Ending> endings) {
        var states = new TreeMap<UUID, String>();
        endings.forEach((offer, ending) -> states.put(offer, ending.state()));
        return states;
    }

    /** The moment of each signature, by offer. */
    private static Map<String, Instant> signatures(Map<UUID, Ending> endings) {
        return endings.entrySet().stream()
                .filter(offer -> offer.getValue().signedAt().isPresent())
                .collect(Collectors.toMap(
                        offer -> offer.getKey().toString(),
                        offer -> offer.getValue().signedAt().get(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The contracts that were made, by offer; a second one for an offer is an error of its own. */
    private static Map<String, Instant> contracts(String uzovi) {
        return api().as("insurer-" + uzovi).all(CONTRACT, "/contracts?uzovi=" + uzovi).stream()
                .collect(Collectors.toMap(
                        contract -> contract.path("offerId").asText(),
                        contract -> Instant.parse(contract.path("acceptedAt").asText()),
                        (one, other) -> {
                            throw new AssertionError("two contracts of one offer");
                        },
                        TreeMap::new));
    }

    private static List<JsonNode> events(String uzovi) {
        var events = new ArrayList<JsonNode>();
        var last = "";
        while (true) {
            var page = api().as("payment-service")
                    .get(CONTRACT, "/events?limit=1000" + last)
                    .expect(200)
                    .body();
            if (page.isEmpty()) {
                return events.stream()
                        .filter(event -> event.at("/data/uzovi").asText().equals(uzovi))
                        .toList();
            }
            page.forEach(events::add);
            last = "&lastEventId=" + page.get(page.size() - 1).path("id").asText();
        }
    }

    private static List<String> ids(List<JsonNode> events, String type) {
        return events.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .map(event -> event.at("/data/offerId").asText())
                .sorted()
                .toList();
    }

    /** Sorted, so that one that is missing or doubled shows. */
    private static List<String> ids(Service service, String list, String property, String uzovi) {
        return api().as("insurer-" + uzovi).all(service, list).stream()
                .map(row -> row.path(property).asText())
                .sorted()
                .toList();
    }

    private static Api api() {
        return stack.api();
    }
}
