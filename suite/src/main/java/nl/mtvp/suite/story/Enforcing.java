package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.story.expected.Books.Pair;
import nl.mtvp.suite.world.World;

/**
 * What comes of looking at the example practice: a remedy (D33), and after a breach a stop and a clawback, two facts, of
 * which one is taken back (D34).
 */
final class Enforcing {

    private static final String UZOVI = "3332";
    private static final Pair PAIR = new Pair(UZOVI, World.EXAMPLE_AGB);
    private static final LocalDate STOP = LocalDate.of(2023, 11, 15);
    private static final LocalDate HEARING = LocalDate.of(2023, 11, 1);

    private final Plot plot;
    private String stopPath;
    private String clawbackPath;

    Enforcing(Plot plot) {
        this.plot = plot;
    }

    /** A yearly review, on what plan-service tells (D33): a remedy is asked for. */
    void askRemedy() {
        var buyer = plot.as("buyer-" + UZOVI);
        buyer.make(CONTRACT, "/compliance-reviews", Map.of("uzovi", UZOVI, "year", 1));
        var reviews = buyer.all(CONTRACT, "/compliance-reviews?contractId=" + text(contract(), "id"));
        var review = "/compliance-reviews/" + text(reviews.get(0), "id");
        var shown = buyer.read(CONTRACT, review);
        plot.equal(
                "the picture beside the review of " + World.EXAMPLE_AGB,
                World.EXAMPLE_AGB + " in year 1",
                shown.at("/picture/agb").asText() + " in year "
                        + shown.at("/picture/year").asText());
        var remedy = Map.of(
                "outcome", "REMEDY", "grounds", "attend an intervisie and report on it", "remedyUntil", "2024-09-01");
        var decision = plot.as("approver-" + UZOVI)
                .make(CONTRACT, review + "/decisions", remedy)
                .body()
                .at("/decisions/0");
        plot.equal("the review", "REMEDY", text(decision, "outcome"));
        plot.same(
                "the picture that is frozen with the decision",
                timeless(shown.path("picture")),
                timeless(decision.at("/document/picture")));
    }

    /** But for the moment at which it was asked. */
    private static JsonNode timeless(JsonNode picture) {
        return picture.isObject() ? ((ObjectNode) picture.deepCopy()).without("asOf") : picture;
    }

    private JsonNode contract() {
        return plot.as("buyer-" + UZOVI)
                .all(CONTRACT, "/contracts?agb=" + World.EXAMPLE_AGB)
                .get(0);
    }

    /** A breach is found. */
    void propose() {
        var buyer = plot.as("buyer-" + UZOVI);
        var contract = text(contract(), "id");
        var stop = Map.ofEntries(
                entry("stoppedFrom", STOP.toString()),
                entry("hearingOpenedOn", HEARING.toString()),
                entry("grounds", "no intervention was carried out"));
        var stops = "/contracts/" + contract + "/stops";
        stopPath = stops + "/" + buyer.make(CONTRACT, stops, stop).text("id");
        var clawback = Map.ofEntries(
                entry("contractId", contract),
                entry("clawedBackFrom", Quarter.Q4_2023.peildatum().toString()),
                entry("clawedBackUntil", STOP.toString()),
                entry("percentage", "100"),
                entry("grounds", "the money was not used for more time with patients"));
        clawbackPath =
                "/clawbacks/" + buyer.make(CONTRACT, "/clawbacks", clawback).text("id");
    }

    /** Example 5: all of Q4 up to the stop, while nothing is shared with an RHO. */
    void checkWhatIsTaken() {
        var shown = plot.as("approver-" + UZOVI).read(CONTRACT, clawbackPath + "/coverage");
        taken("shown before the decision", shown.path("takes"));
        plot.equal(
                "the days that the clawback covers",
                "45 of 92",
                shown.at("/quarters/0/clawedBackDays").asText() + " of "
                        + shown.at("/quarters/0/days").asText());
    }

    private void taken(String when, JsonNode takes) {
        plot.equal(
                "what the clawback takes from practice and RHO, " + when,
                "6146.90 and 0.00",
                text(takes, "practice") + " and " + text(takes, "rho"));
    }

    void decide() {
        var approver = plot.as("approver-" + UZOVI);
        plot.equal(
                "the stop of " + World.EXAMPLE_AGB,
                "DECIDED",
                approver.make(CONTRACT, stopPath + "/approvals").text("state"));
        var decided = approver.make(CONTRACT, clawbackPath + "/approvals");
        plot.equal("the clawback from " + World.EXAMPLE_AGB, "DECIDED", decided.text("state"));
        taken("frozen with the decision", decided.body().at("/evidence/document/takes/total"));
        plot.books.stopped(PAIR, STOP);
        plot.books.clawedBack(PAIR, Quarter.Q4_2023.peildatum(), STOP, new BigDecimal("100"));
        awaitInputs(inputs -> !inputs.at("/inForce/inForceUntil").isNull()
                && inputs.path("clawbacks").size() == 1);
    }

    void withdrawClawback() {
        var withdrawn = plot.as("approver-" + UZOVI)
                .make(CONTRACT, clawbackPath + "/withdrawals", Map.of("reason", "the appeal is upheld"));
        plot.equal("the clawback after the appeal", "WITHDRAWN", withdrawn.text("state"));
        plot.books.clawbacksWithdrawn(PAIR);
        awaitInputs(inputs -> inputs.path("clawbacks").isEmpty());
    }

    void checkState() {
        var contract = contract();
        plot.equal(
                "the contract of " + World.EXAMPLE_AGB,
                "STOPPED from " + STOP,
                text(contract, "state") + " from " + text(contract, "stoppedFrom"));
    }

    private void awaitInputs(Predicate<JsonNode> learned) {
        var example = "/entitlements?uzovi=" + UZOVI + "&agb=" + World.EXAMPLE_AGB + "&quarter=" + Quarter.Q4_2023;
        Waiting.until(
                "payment-service learning what was decided about " + World.EXAMPLE_AGB,
                () -> plot.as("buyer-" + UZOVI).all(PAYMENT, example).get(0).path("inputs"),
                learned);
    }
}
