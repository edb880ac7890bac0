package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PAYMENT;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.suite.common.Answer;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.StoryFailure;
import nl.mtvp.suite.portal.Mischief;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.portal.PortalDesk.Affirmations;
import nl.mtvp.suite.portal.PortalDesk.Shown;
import nl.mtvp.suite.portal.PortalDesk.Signatory;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.Rho.Region;

/**
 * Offers of one insurer to a crowd, and what signatories and insurer do to them while half of the portal's calls fail
 * and its answers come late, twice and out of order. It remembers what the signatories were told at the desk: that, and
 * nothing that a service says, is what must come out (D25).
 */
final class Turmoil {

    private static final Duration LONG = Duration.ofMinutes(6);
    private static final Duration UNTIL_EXPIRY = Duration.ofHours(2);
    private static final Duration JUST_BEFORE = Duration.ofSeconds(20);
    /** Longer than contract-service believes that a delivery may be under way. */
    private static final Duration A_CLAIM = Duration.ofMinutes(3);

    private static final Duration A_STEP = Duration.ofSeconds(30);

    private final Stack stack;
    private final Api api;
    private final PortalDesk desk;
    private final Region crowd;
    private final String uzovi;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<UUID, Ending> endings = new TreeMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    Turmoil(Stack stack, Region crowd, String uzovi, long seed) {
        this.stack = stack;
        this.api = stack.api();
        this.desk = stack.desk();
        this.crowd = crowd;
        this.uzovi = uzovi;
        this.random = new Random(seed);
        desk.behave(new Mischief(seed, 0.25, 0.25, 0.5, 0.3, 50, 1_500));
    }

    /** What happens to an offer. */
    private enum Fate {
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        SIGNED_WHILE_WITHDRAWN,
        SIGNED_AT_THE_LAST_MOMENT,
        LEFT_ALONE;

        boolean isShort() {
            return this == SIGNED_AT_THE_LAST_MOMENT || this == LEFT_ALONE;
        }
    }

    /** How an offer must end; the moment is known when a signature did it. */
    record Ending(String state, Optional<Instant> signedAt) {}

    /** Plays it, with contract-service and its follower killed so many times meanwhile; gives how each offer must have ended. */
    Map<UUID, Ending> play(int kills) {
        var expiry = stack.clock().now().plus(UNTIL_EXPIRY);
        var fates = offered(expiry);
        if (kills > 0) {
            stack.kill(CONTRACT);
        }
        var killing = CompletableFuture.runAsync(() -> kill(kills, fates.size()), threads);
        var races = new ArrayList<CompletableFuture<Void>>();
        var early = new LinkedHashMap<>(fates);
        early.values().removeIf(Fate::isShort);
        early.entrySet().stream()
                .filter(offer -> offer.getValue() == Fate.WITHDRAWN)
                .forEach(offer -> races.add(withdrawal(offer.getKey())));
        eachOnceShown(early, (shown, fate) -> act(shown, fate, races));
        var late = new LinkedHashMap<>(fates);
        late.values().removeIf(fate -> !fate.isShort());
        var shown = new ArrayList<Shown>();
        eachOnceShown(late, (offer, fate) -> shown.add(offer));
        races.forEach(CompletableFuture::join);
        killing.join();

        stack.clock().moveTo(expiry.minus(JUST_BEFORE));
        shown.stream()
                .filter(offer -> fates.get(offer.id()) == Fate.SIGNED_AT_THE_LAST_MOMENT)
                .forEach(offer -> accept(offer, 200, "none"));
        stack.clock().moveTo(expiry.plusSeconds(1));
        shown.stream()
                .filter(offer -> fates.get(offer.id()) == Fate.LEFT_ALONE)
                .forEach(offer -> accept(offer, 409, "EXPIRED"));
        assertEquals(fates.keySet(), endings.keySet());
        assertTrue(kills == 0 || repeated.get() > 0, "no request met a killed contract-service");
        return endings;
    }

    private Map<UUID, Fate> offered(Instant expiry) {
        var fates = new HashMap<String, Fate>();
        var lines = new ArrayList<Map<String, Object>>();
        crowd.practices().forEach(practice -> {
            var fate = Fate.values()[random.nextInt(Fate.values().length)];
            fates.put(practice.agb(), fate);
            var expiresAt = fate.isShort() ? expiry : expiry.plus(Duration.ofDays(60));
            lines.add(Crowd.offer(uzovi, practice.agb(), expiresAt));
        });
        var answer = api.as("insurer-" + uzovi)
                .postLines(CONTRACT, "/contract-offers/imports", lines)
                .expect(200);
        var offers = new LinkedHashMap<UUID, Fate>();
        answer.body().forEach(result -> {
            assertEquals("PROPOSED", result.path("outcome").asText(), result.toString());
            var offer = result.path("offer");
            offers.put(
                    UUID.fromString(offer.path("id").asText()),
                    fates.get(offer.path("agb").asText()));
        });
        return offers;
    }

    private interface Act {
        void on(Shown offer, Fate fate);
    }

    /** Once the portal shows an offer something can be done to it; withdrawn ones it may never show. */
    private void eachOnceShown(Map<UUID, Fate> waiting, Act act) {
        waiting.entrySet().stream()
                .filter(offer -> offer.getValue() == Fate.WITHDRAWN)
                .forEach(offer -> endings.put(offer.getKey(), new Ending("WITHDRAWN", Optional.empty())));
        waiting.values().removeIf(fate -> fate == Fate.WITHDRAWN);
        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> {
            for (var offer : desk.offers()) {
                var fate = waiting.remove(offer.id());
                if (fate != null) {
                    act.on(offer, fate);
                    done.incrementAndGet();
                }
            }
            return waiting.isEmpty();
        });
    }

    private void act(Shown offer, Fate fate, List<CompletableFuture<Void>> races) {
        switch (fate) {
            case ACCEPTED -> accept(offer, 200, "none");
            case REFUSED -> {
                var reply = desk.refuse(offer.id(), signatory(offer), "no capacity");
                assertEquals(200, reply.status());
                endings.put(offer.id(), new Ending("REFUSED", Optional.empty()));
            }
            case SIGNED_WHILE_WITHDRAWN -> {
                var withdrawal = withdrawal(offer.id());
                races.add(withdrawal);
                if (random.nextBoolean()) {
                    withdrawal.join();
                }
                accept(offer, 409, "WITHDRAWN");
            }
            default -> throw new IllegalStateException(fate.toString());
        }
    }

    /** @param otherwise the state that an answer of this status means, where 200 means that it was signed */
    private void accept(Shown offer, int status, String otherwise) {
        var reply = desk.accept(offer.id(), signatory(offer), Affirmations.ALL);
        if (reply.status() == 200) {
            var signedAt = Instant.parse(reply.body().path("closedAt").asText());
            assertTrue(signedAt.isBefore(Instant.parse(offer.expiresAt())), "signed in time");
            endings.put(offer.id(), new Ending("ACCEPTED", Optional.of(signedAt)));
        } else {
            assertEquals(status, reply.status(), reply.body().toString());
            endings.put(offer.id(), new Ending(otherwise, Optional.empty()));
        }
    }

    /** The number of the enterprise that signs for a practice. */
    static String kvkOf(String agb, Region crowd) {
        return crowd.hubs().stream()
                .filter(hub -> hub.agbs().contains(agb))
                .findFirst()
                .orElseThrow()
                .kvk();
    }

    private Signatory signatory(Shown offer) {
        return new Signatory("signatory-of-" + offer.agb(), "Signatory", kvkOf(offer.agb(), crowd));
    }

    private CompletableFuture<Void> withdrawal(UUID offer) {
        return CompletableFuture.runAsync(
                () -> {
                    var key = UUID.randomUUID().toString();
                    var answer = await().atMost(LONG)
                            .pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(200))
                            .until(
                                    () -> tried("/contract-offers/" + offer + "/withdrawals", key),
                                    each -> each != null);
                    assertTrue(List.of(201, 409).contains(answer.status()), answer.toString());
                },
                threads);
    }

    /** As a careful client does: the same request with the same key; null when a service on its way said nothing. */
    private Answer tried(String path, String key) {
        try {
            var answer = api.as("insurer-" + uzovi).post(CONTRACT, path, Map.of("reason", "wrong start"), key);
            if (answer.status() < 500) {
                return answer;
            }
        } catch (StoryFailure noAnswer) {
            assertTrue(noAnswer.getCause() instanceof IOException, noAnswer.getMessage());
        }
        repeated.incrementAndGet();
        return null;
    }

    /** The first kill has happened already, so that some requests find nobody. */
    private void kill(int times, int offers) {
        for (int kill = 0; kill < times; kill++) {
            int after = kill * offers / (times + 2);
            await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> done.get() >= after);
            stack.kill(CONTRACT);
            stack.kill(PAYMENT);
            try {
                stack.startAgain(CONTRACT);
                stack.startAgain(PAYMENT);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            stack.clock().moveTo(stack.clock().now().plus(A_CLAIM));
        }
    }

    /** Waits until contract-service has all from the portal, and the portal a receipt for all of it. */
    void awaitRest() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(() -> {
            stack.clock().moveTo(stack.clock().now().plus(A_STEP));
            return desk.offers().stream()
                            .allMatch(offer -> offer.told() && !offer.state().equals("OPEN"))
                    && messages("PENDING").isEmpty();
        });
    }

    List<JsonNode> messages(String state) {
        return api.as("insurer-" + uzovi).all(CONTRACT, "/portal-messages?state=" + state);
    }

    /** The states of all offers, as contract-service shows them. */
    Map<UUID, String> states() {
        var states = new TreeMap<UUID, String>();
        api.as("insurer-" + uzovi)
                .all(CONTRACT, "/contract-offers?uzovi=" + uzovi)
                .forEach(offer -> assertEquals(
                        null,
                        states.put(
                                UUID.fromString(offer.path("id").asText()),
                                offer.path("state").asText())));
        return states;
    }
}
