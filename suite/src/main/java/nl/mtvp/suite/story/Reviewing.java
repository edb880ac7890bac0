package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Fields.text;
import static nl.mtvp.suite.common.Service.CONTRACT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.mtvp.suite.world.World;

/** A yearly review at the example practice, on what plan-service tells of it (D33): a remedy is asked for. */
final class Reviewing {

    private static final String UZOVI = "3332";

    private final Plot plot;

    Reviewing(Plot plot) {
        this.plot = plot;
    }

    void askRemedy() {
        var buyer = plot.as("buyer-" + UZOVI);
        buyer.make(CONTRACT, "/compliance-reviews", Map.of("uzovi", UZOVI, "year", 1));
        var contract = buyer.all(CONTRACT, "/contracts?agb=" + World.EXAMPLE_AGB)
                .get(0)
                .path("id")
                .asText();
        var review = "/compliance-reviews/"
                + buyer.all(CONTRACT, "/compliance-reviews?contractId=" + contract)
                        .get(0)
                        .path("id")
                        .asText();
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
}
