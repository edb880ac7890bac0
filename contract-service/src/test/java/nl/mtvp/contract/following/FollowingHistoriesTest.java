package nl.mtvp.contract.following;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static nl.mtvp.contract.following.FollowingWorld.PROPOSALS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.mtvp.contract.World;
import nl.mtvp.contract.following.domain.FollowingLife;
import nl.mtvp.contract.following.domain.FollowingState;
import nl.mtvp.contract.following.domain.FollowingStep;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** Random sequences of what people and the clock do to a pair that a preferent insurer's contract invites (D30). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FollowingHistoriesTest {

    private static final int STEPS = 12;

    @Inject
    World world;

    @Inject
    FollowingWorld following;

    @Inject
    FollowingJob job;

    @Test
    void D29_D30_whatever_happens_a_pair_has_one_contract_and_closed_proposals_stay() {
        long first = Long.getLong("mtvp.test.seed", System.nanoTime());
        System.out.println("histories of following from seed " + first);
        for (long seed = first; seed < first + Scale.of(8, 200); seed++) {
            play(seed);
        }
    }

    private void play(long seed) {
        var random = new Random(seed);
        var told = "seed " + seed;
        var clock = TestClock.at("2023-06-01");
        var agb = world.admitted("3332", "2023-Q2").agb();
        var follower = following.newInsurer();
        following.contracted("3332", agb, true);
        var before = seen(follower, agb);
        var evidence = new HashMap<String, String>();
        var offers = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            step(random, clock, follower, agb, offers);
            var after = seen(follower, agb);
            var now = clock.instant();
            for (int at = 0; at < before.size(); at++) {
                assertTrue(before.get(at).leadsTo(after.get(at).state(), now), told + ": " + before + " to " + after);
            }
            assertTrue(
                    after.stream()
                                    .filter(proposal -> proposal.state() == FollowingState.PROPOSED)
                                    .count()
                            <= 1,
                    told);
            var contracts = following.contracts(follower, agb);
            assertTrue(contracts.size() <= 1, told);
            for (var contract : contracts) {
                String digest = getAs(buyer(follower), "/v1/contracts/" + contract + "/certificate")
                        .extract()
                        .path("digest");
                assertEquals(evidence.computeIfAbsent(contract, first -> digest), digest, told);
            }
            boolean followed = after.stream().anyMatch(proposal -> proposal.state() == FollowingState.FOLLOWED);
            assertFalse(followed && contracts.isEmpty(), told);
            assertEquals(
                    followed ? 1 : 0,
                    contracts.stream()
                            .filter(id -> !world.told("nl.mtvp.contract-followed.v1", id)
                                    .isEmpty())
                            .count(),
                    told);
            before = after;
        }
    }

    /** A proposal as it was seen. */
    private record Seen(FollowingState state, Instant dueAt) {

        /** Whether it stays, or one step of its life at this moment leads there. */
        boolean leadsTo(FollowingState next, Instant moment) {
            return next == state
                    || Arrays.stream(FollowingStep.values())
                            .flatMap(step -> FollowingLife.after(state, dueAt, step, moment).stream())
                            .anyMatch(next::equals);
        }
    }

    private static List<Seen> seen(String follower, String agb) {
        var shown = getAs(buyer(follower), PROPOSALS + "?agb=" + agb + "&uzovi=" + follower)
                .statusCode(200)
                .extract()
                .jsonPath();
        var states = shown.getList("state", String.class);
        var dueAts = shown.getList("dueAt", String.class);
        return IntStream.range(0, states.size())
                .mapToObj(at -> new Seen(FollowingState.valueOf(states.get(at)), Instant.parse(dueAts.get(at))))
                .toList();
    }

    private void step(Random random, TestClock clock, String follower, String agb, List<String> offers) {
        var proposals = following.proposals(follower, agb);
        var proposal = PROPOSALS + "/" + proposals.get(random.nextInt(proposals.size()));
        int status =
                switch (random.nextInt(7)) {
                    case 0 ->
                        postAs(buyer(follower), proposal + "/refusals", Map.of("reason", "tariff"))
                                .extract()
                                .statusCode();
                    case 1 ->
                        postAs(signatory(agb), proposal + "/renewals").extract().statusCode();
                    case 2 -> offer(follower, agb, offers);
                    case 3 ->
                        offers.isEmpty()
                                ? 200
                                : world.accept(agb, offers.get(random.nextInt(offers.size())))
                                        .extract()
                                        .statusCode();
                    case 4, 5 -> {
                        clock.move(Duration.ofHours(random.nextInt(24 * 16)));
                        yield getAs(buyer(follower), proposal).extract().statusCode();
                    }
                    default -> {
                        job.work();
                        yield 200;
                    }
                };
        assertTrue(status == 200 || status == 201 || status == 409 || status == 400, "status " + status);
    }

    private int offer(String follower, String agb, List<String> offers) {
        var answer = postAs(buyer(follower), OFFERS, world.offer(follower, agb, "2023-04-01"))
                .extract();
        if (answer.statusCode() == 201) {
            offers.add(answer.path("id"));
        }
        return answer.statusCode();
    }
}
