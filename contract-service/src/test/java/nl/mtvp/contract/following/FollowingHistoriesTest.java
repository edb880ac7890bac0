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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.mtvp.contract.World;
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
        long first = System.nanoTime();
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
        var before = following.states(follower, agb);
        var offers = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            step(random, clock, follower, agb, offers);
            var after = following.states(follower, agb);
            for (int at = 0; at < before.size(); at++) {
                assertTrue(before.get(at).equals("PROPOSED") || before.get(at).equals(after.get(at)), told);
            }
            assertTrue(after.stream().filter("PROPOSED"::equals).count() <= 1, told);
            var contracts = following.contracts(follower, agb);
            assertTrue(contracts.size() <= 1, told);
            boolean followed = after.contains("FOLLOWED");
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
                        clock.move(Duration.ofHours(random.nextInt(24 * 8)));
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
