package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.mtvp.contract.World;
import nl.mtvp.contract.offer.PortalAnswerUseCases;
import nl.mtvp.contract.offer.domain.OfferLife;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.OfferStep;
import nl.mtvp.contract.offer.domain.Through;
import nl.mtvp.contract.offer.domain.Turn.End;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** Random commands, messages and moments, through everything: no offer comes where its life does not lead (D25). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = PortalResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class OfferSequencesTest {

    private static final int STEPS = 14;
    private static final Instant EXPIRY = Instant.parse("2023-06-30T22:00:00Z");

    @Inject
    World world;

    @Inject
    PortalDelivery delivery;

    @Inject
    PortalSilence silence;

    @Inject
    PortalAnswerUseCases answers;

    /** What was seen of an offer. */
    private record Seen(OfferState state, boolean handedOver) {}

    @Test
    void D25_D29_no_sequence_brings_an_offer_where_its_life_does_not_lead_nor_a_pair_two_contracts() throws Exception {
        long seed = Long.getLong("mtvp.seed", new Random().nextLong());
        System.out.println("seed of the offers' sequences: " + seed + " (-Dmtvp.seed=...)");
        try (var portal = new PortalStub()) {
            for (int number = 0; number < Scale.of(15, 200); number++) {
                new Sequence(new Random(seed + number), portal).play();
            }
        }
    }

    private final class Sequence {

        private final Random random;
        private final PortalStub portal;
        private final Listener listener = new Listener("portal");
        private final TestClock clock = TestClock.at("2023-05-20");
        private final String agb = world.admitted("3332", "2023-Q2").agb();
        private final List<String> offers = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private final Map<String, Seen> seen = new HashMap<>();
        private final Map<String, String> evidence = new HashMap<>();

        Sequence(Random random, PortalStub portal) {
            this.random = random;
            this.portal = portal;
        }

        void play() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                done.add(step());
                check();
            }
        }

        private String step() throws Exception {
            int choice = random.nextInt(12);
            if (offers.isEmpty() || choice == 0) {
                return "offer " + offer();
            }
            var offer = offers.get(random.nextInt(offers.size()));
            return switch (choice) {
                case 1 -> "withdraw " + posted(buyer("3332"), offer, "withdrawals", Map.of("reason", "wrong"));
                case 2 -> "extend " + extended(offer);
                case 3 -> "accept here " + posted(World.signatory(agb), offer, "acceptances", World.ALL_AFFIRMED);
                case 4 -> {
                    clock.move(Duration.ofDays(random.nextInt(20)));
                    yield "move to " + clock.instant();
                }
                case 5 -> {
                    answers.expire();
                    silence.work();
                    yield "look";
                }
                case 6, 7, 8 -> {
                    delivery.work();
                    yield "deliver";
                }
                default -> "portal says " + said(offer);
            };
        }

        private int offer() {
            var body = world.offer("3332", agb, "2023-04-01");
            body.put(
                    "expiresAt",
                    clock.instant()
                            .plus(Duration.ofDays(1 + random.nextInt(20)))
                            .toString());
            var answer = postAs(buyer("3332"), OFFERS, body).extract();
            if (answer.statusCode() == 201) {
                offers.add(answer.path("id"));
            }
            return allowed(answer.statusCode(), 201, 409);
        }

        private int posted(String token, String offer, String what, Object body) {
            var status = postAs(token, OFFERS + "/" + offer + "/" + what, body)
                    .extract()
                    .statusCode();
            return allowed(status, 201, 409);
        }

        private int extended(String offer) {
            var status = as(buyer("3332"))
                    .contentType("application/json")
                    .header("If-Match", "*")
                    .body(Map.of(
                            "expiresAt",
                            clock.instant().plus(Duration.ofDays(30)).toString()))
                    .post(OFFERS + "/" + offer + "/extensions")
                    .statusCode();
            return allowed(status, 201, 400, 409);
        }

        private String said(String offer) throws Exception {
            var versions = portal.versions(offer);
            if (versions.isEmpty()) {
                return "nothing of what it does not have";
            }
            var version = versions.get(random.nextInt(versions.size()));
            var at = clock.instant()
                    .minus(Duration.ofHours(random.nextInt(500)))
                    .truncatedTo(ChronoUnit.MICROS)
                    .toString();
            var message =
                    switch (random.nextInt(4)) {
                        case 0 -> Listener.accepted(version, at);
                        case 1 -> Listener.refused(version, at);
                        case 2 -> Listener.closed("WITHDRAWAL_CONFIRMED", version, at);
                        default -> Listener.closed("EXPIRY_CONFIRMED", version, at);
                    };
            var first = listener.post(message);
            allowed(first.statusCode(), 200);
            if (random.nextBoolean()) {
                assertEquals(first.body(), listener.post(message).body());
            }
            return message.get("kind") + " at " + at;
        }

        private int allowed(int status, Integer... statuses) {
            assertTrue(Set.of(statuses).contains(status), () -> status + " after " + done);
            return status;
        }

        private void check() {
            int open = 0;
            int accepted = 0;
            for (var offer : offers) {
                var shown = getAs(buyer("3332"), OFFERS + "/" + offer).extract().jsonPath();
                var now = new Seen(OfferState.valueOf(shown.getString("state")), shown.getBoolean("handedOver"));
                var before = seen.put(offer, now);
                assertTrue(
                        before == null || before.equals(now) || reachable(before, now.state()),
                        () -> before + " became " + now + " after " + done);
                open += now.state().isOpen() ? 1 : 0;
                accepted += now.state() == OfferState.ACCEPTED ? 1 : 0;
            }
            assertTrue(open <= 1, () -> "two open offers after " + done);
            List<String> contracts =
                    getAs(buyer("3332"), "/v1/contracts?agb=" + agb).extract().path("id");
            assertTrue(contracts.size() <= 1, () -> "two contracts after " + done);
            assertEquals(accepted, contracts.size(), done::toString);
            for (var contract : contracts) {
                String digest = getAs(buyer("3332"), "/v1/contracts/" + contract + "/certificate")
                        .extract()
                        .path("digest");
                assertEquals(evidence.computeIfAbsent(contract, first -> digest), digest);
            }
        }

        /** Whether steps of an offer's life lead from what was seen to a state; the clock may have moved as well. */
        private boolean reachable(Seen from, OfferState to) {
            var states = new HashSet<OfferLife>();
            for (boolean handedOver : from.handedOver() ? new boolean[] {true} : new boolean[] {false, true}) {
                for (var through : Through.values()) {
                    add(states, from.state(), handedOver, through);
                }
            }
            // Two steps at most: time going by, and what was done.
            for (int times = 0; times < 2; times++) {
                for (var life : List.copyOf(states)) {
                    for (var step : OfferStep.values()) {
                        for (var moment : List.of(EXPIRY.minusSeconds(9), EXPIRY, EXPIRY.plusSeconds(9))) {
                            var turn = life.after(step, moment);
                            turn.next()
                                    .ifPresent(next ->
                                            states.add(new OfferLife(next, EXPIRY, life.handedOver(), turn.end())));
                        }
                    }
                }
            }
            return states.stream().anyMatch(life -> life.recorded() == to);
        }

        private void add(Set<OfferLife> states, OfferState state, boolean handedOver, Through through) {
            if (state.isOpen()) {
                if (handedOver || state == OfferState.PROPOSED) {
                    states.add(new OfferLife(state, EXPIRY, handedOver, Optional.empty()));
                }
            } else {
                states.add(new OfferLife(state, EXPIRY, handedOver, Optional.of(new End(EXPIRY, through))));
            }
        }
    }
}
