package nl.mtvp.contract.compliance.rest;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import nl.mtvp.contract.NeighbourStub;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.domain.ReviewLife;
import nl.mtvp.contract.compliance.domain.ReviewLife.Standing;
import nl.mtvp.contract.compliance.domain.ReviewState;
import nl.mtvp.contract.compliance.domain.ReviewStep;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/**
 * Random histories of reviews, through HTTP and the database: nothing that was said or decided changes, what is final
 * stays, and no breach comes before the practice was heard. Run again with the printed seed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = NeighbourStub.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReviewHistoriesTest extends ReviewTest {

    private static final int STEPS = 12;

    private Random random;
    private LocalDate today;
    private List<Object> decided;
    private Seen before;

    @Test
    void D33_D34_no_history_leads_to_a_forbidden_state() {
        for (int history = 0; history < Scale.of(6, 200); history++) {
            long seed = Long.getLong("mtvp.test.seed", System.nanoTime()) + history;
            System.out.println("history of a review with seed " + seed);
            random = new Random(seed);
            if (history > 0) {
                a_review_in_november();
            }
            today = LocalDate.parse("2023-11-01");
            decided = List.of();
            before = Seen.NEW;
            for (int step = 0; step < STEPS; step++) {
                step();
                holds("seed " + seed + ", step " + step);
            }
        }
    }

    private void step() {
        switch (random.nextInt(5)) {
            case 0 -> {
                today = today.plusDays(random.nextInt(12));
                clock.moveTo(today.toString());
            }
            case 1 -> allowed(hear());
            case 2 -> allowed(postAs(signatory(agb), review + "/answers", Map.of("text", "we forgot")));
            default -> allowed(decide(random.nextInt(8) == 0 ? buyer("3332") : approver("3332"), decision()));
        }
    }

    private Map<String, Object> decision() {
        var decision = new HashMap<String, Object>(Map.of("grounds", "g"));
        var outcome = List.of("COMPLIANT", "REMEDY", "REMEDY", "BREACH", "BREACH", "BREACH")
                .get(random.nextInt(6));
        decision.put("outcome", outcome);
        if (outcome.equals("REMEDY")) {
            decision.put("remedyUntil", today.plusDays(random.nextInt(20)).toString());
        }
        if (outcome.equals("BREACH")) {
            decision.put("stoppedFrom", today.plusDays(random.nextInt(6) - 2).toString());
        }
        return decision;
    }

    private void allowed(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        assertTrue(List.of(201, 400, 403, 409).contains(status), "status " + status);
    }

    private void holds(String when) {
        var shown = getAs(buyer("3332"), review).statusCode(200).extract().jsonPath();
        var decisions = shown.<Object>getList("review.decisions");
        var now = seen(shown);
        stepsBetween(before, now)
                .forEach(step -> assertTrue(
                        ReviewLife.allows(before.standing(), step, today), when + ": " + step + " after " + before));
        assertEquals(
                ReviewLife.state(now.standing().hearingEndsOn().isPresent(), now.lastOutcome()),
                now.standing().state(),
                when);
        before = now;
        assertEquals(decided, decisions.subList(0, decided.size()), when + ": a decision changed");
        assertTrue(decisions.size() <= 2, when + ": more than a remedy and its end");
        boolean wasFinal = !decided.isEmpty() && !"REMEDY".equals(outcome(decided.get(decided.size() - 1)));
        assertTrue(!wasFinal || decisions.size() == decided.size(), when + ": decided again");
        if (decisions.size() > decided.size() && "BREACH".equals(outcome(decisions.get(decisions.size() - 1)))) {
            breached(shown, when);
        }
        decided = decisions;
    }

    /** What was seen of the review. */
    private record Seen(Standing standing, int answers, int decisions, Optional<Outcome> lastOutcome) {

        static final Seen NEW = new Seen(
                new Standing(ReviewState.OPEN, Optional.empty(), false, Optional.empty()), 0, 0, Optional.empty());
    }

    private static Seen seen(JsonPath shown) {
        var outcomes = shown.getList("review.decisions.outcome", String.class);
        var remedy = shown.getList("review.decisions.remedyUntil", String.class).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(LocalDate::parse);
        int answers = shown.getList("review.answers").size();
        var standing = new Standing(
                ReviewState.valueOf(shown.getString("review.state")),
                Optional.ofNullable(shown.getString("review.hearing.endsOn")).map(LocalDate::parse),
                answers > 0,
                remedy);
        var last = outcomes.isEmpty()
                ? Optional.<Outcome>empty()
                : Optional.of(Outcome.valueOf(outcomes.get(outcomes.size() - 1)));
        return new Seen(standing, answers, outcomes.size(), last);
    }

    private static List<ReviewStep> stepsBetween(Seen before, Seen after) {
        var steps = new ArrayList<ReviewStep>();
        if (!before.standing().hearingEndsOn().equals(after.standing().hearingEndsOn())) {
            steps.add(ReviewStep.OPEN_HEARING);
        }
        if (before.answers() != after.answers()) {
            steps.add(ReviewStep.ANSWER);
        }
        if (before.decisions() != after.decisions()) {
            steps.add(
                    switch (after.lastOutcome().orElseThrow()) {
                        case COMPLIANT -> ReviewStep.FIND_COMPLIANT;
                        case REMEDY -> ReviewStep.ASK_REMEDY;
                        case BREACH -> ReviewStep.FIND_BREACH;
                    });
        }
        return steps;
    }

    private void breached(JsonPath shown, String when) {
        var endsOn = shown.getString("review.hearing.endsOn");
        assertNotNull(endsOn, when + ": a breach without a hearing");
        boolean answered = !shown.getList("review.answers").isEmpty();
        assertTrue(answered || !today.isBefore(LocalDate.parse(endsOn)), when + ": a breach within the term");
        for (var remedyUntil : shown.getList("review.decisions.remedyUntil", String.class)) {
            assertTrue(
                    remedyUntil == null || !today.isBefore(LocalDate.parse(remedyUntil)),
                    when + ": a breach before the remedy's day");
        }
        var contractShown =
                getAs(buyer("3332"), "/v1/contracts/" + contract).extract().jsonPath();
        assertEquals("STOPPED", contractShown.getString("state"), when);
        var hearing = LocalDate.parse(shown.getString("review.hearing.openedOn"));
        assertTrue(!LocalDate.parse(contractShown.getString("stoppedFrom")).isBefore(hearing), when);
    }

    private static Object outcome(Object decision) {
        return ((Map<?, ?>) decision).get("outcome");
    }
}
