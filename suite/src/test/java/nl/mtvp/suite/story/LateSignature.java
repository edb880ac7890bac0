package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.CONTRACT;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.portal.Mischief;
import nl.mtvp.suite.portal.PortalDesk.Affirmations;
import nl.mtvp.suite.portal.PortalDesk.Shown;
import nl.mtvp.suite.portal.PortalDesk.Signatory;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.Rho.Region;

/**
 * Two offers: one is signed in the portal just before its expiry, the other never. Then the portal goes down with the
 * signature untold, and contract-service looks at its own clock (D25).
 */
final class LateSignature {

    private static final Duration LONG = Duration.ofMinutes(3);
    /** So long that nothing is told before the portal goes down. */
    private static final int A_DAY = 86_400_000;

    private final Stack stack;
    private final Api api;
    private final Region crowd;
    private final String uzovi;
    private Instant expiry;
    private List<UUID> offers;
    private Instant signedAt;

    LateSignature(Stack stack, Region crowd, String uzovi) {
        this.stack = stack;
        this.api = stack.api();
        this.crowd = crowd;
        this.uzovi = uzovi;
    }

    /** Makes both offers, and waits until the portal shows them. */
    void offer() {
        stack.desk().behave(new Mischief(1, 0, 0, 0, 0, 0, A_DAY));
        expiry = stack.clock().now().plus(Duration.ofHours(2));
        var lines = crowd.practices().stream()
                .limit(2)
                .map(practice -> Crowd.offer(uzovi, practice.agb(), expiry))
                .toList();
        var results = api.as("insurer-" + uzovi)
                .postLines(CONTRACT, "/contract-offers/imports", lines)
                .expect(200)
                .body();
        offers = List.of(
                id(results.at("/0/offer/id").asText()),
                id(results.at("/1/offer/id").asText()));
        await().atMost(LONG)
                .until(() ->
                        stack.desk().offers().stream().map(Shown::id).toList().containsAll(offers));
    }

    void signJustBeforeTheExpiry() {
        stack.clock().moveTo(expiry.minusSeconds(20));
        var shown = stack.desk().offers().stream()
                .filter(offer -> offer.id().equals(offers.get(0)))
                .findFirst()
                .orElseThrow();
        var signatory = new Signatory("signatory-of-" + shown.agb(), "Signatory", Turmoil.kvkOf(shown.agb(), crowd));
        var reply = stack.desk().accept(shown.id(), signatory, Affirmations.ALL);
        assertEquals(200, reply.status(), reply.body().toString());
        signedAt = Instant.parse(reply.body().path("closedAt").asText());
        stack.killPortal();
        stack.clock().moveTo(expiry.plusSeconds(1));
    }

    /** Until the portal was asked: the silence is counted from then on, while EXPIRING is shown from the expiry on. */
    void awaitTheQuestion() {
        await().atMost(LONG).until(() -> offers.stream().allMatch(this::isAsked));
    }

    private boolean isAsked(UUID offer) {
        return api.as("insurer-" + uzovi).all(CONTRACT, "/portal-messages?offerId=" + offer).stream()
                .anyMatch(message -> message.path("kind").asText().equals("EXPIRY_REQUEST"));
    }

    /** And one, since they may begin on a Friday, and a holiday more or less. */
    void waitFiveWorkingDays() {
        stack.clock().moveTo(expiry.plus(Duration.ofDays(12)));
    }

    void letThePortalTell() throws InterruptedException {
        stack.startPortalAgain();
    }

    void awaitStates(String ofTheSigned, String ofTheOther) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertEquals(
                        List.of(ofTheSigned, ofTheOther),
                        offers.stream().map(this::state).toList()));
    }

    /** The moment of the one signature, by offer. */
    Map<String, Instant> signature() {
        return Map.of(offers.get(0).toString(), signedAt);
    }

    private String state(UUID offer) {
        return api.as("insurer-" + uzovi)
                .get(CONTRACT, "/contract-offers/" + offer)
                .expect(200)
                .text("state");
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
