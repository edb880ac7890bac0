package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PAYMENT;
import static nl.mtvp.suite.common.Service.PLAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.World;

/** What stands out in a stack in which the story was told, for somebody who wants something to call. */
public final class Landmarks {

    private static final String UZOVI = "3332";
    private static final String BUYER = "buyer-" + UZOVI;
    private static final String OF_PRACTICE = "uzovi=" + UZOVI + "&agb=" + World.EXAMPLE_AGB;

    private final Stack stack;

    private Landmarks(Stack stack) {
        this.stack = stack;
    }

    /**
     * Something to look at.
     *
     * @param who may see it
     */
    public record Landmark(String what, String who, Service service, String path) {}

    /** In the order in which they came about. */
    public static List<Landmark> in(Stack stack) {
        return new Landmarks(stack).all();
    }

    private List<Landmark> all() {
        var plan = last("rho-unicum", PLAN, "/regioplannen");
        var round = last("rho-unicum", PLAN, "/admission-rounds?region=ZOU&quarter=2023-Q3");
        var contract = last(BUYER, CONTRACT, "/contracts?agb=" + World.EXAMPLE_AGB);
        var run = last(BUYER, PAYMENT, "/payment-runs?uzovi=" + UZOVI + "&state=POSTED");
        var payment = last("auditor", PAYMENT, "/payments?" + OF_PRACTICE);
        var payout = last(BUYER, PAYMENT, "/payouts?uzovi=" + UZOVI);
        return List.of(
                new Landmark("UNICUM's regioplan", "rho-unicum", PLAN, "/regioplannen/" + text(plan, "id")),
                new Landmark("a draw", "notary", PLAN, "/admission-rounds/" + text(round, "id") + "/transcript"),
                new Landmark("a contract, stopped", BUYER, CONTRACT, "/contracts/" + text(contract, "id")),
                new Landmark("deliveries of ION", BUYER, PAYMENT, "/ion-deliveries?uzovi=" + UZOVI),
                new Landmark("the last run", BUYER, PAYMENT, "/payment-runs/" + text(run, "id")),
                new Landmark("all that was booked", "auditor", PAYMENT, "/payments?" + OF_PRACTICE),
                new Landmark("why the last of it", "auditor", PAYMENT, "/explanations/" + text(payment, "lineId")),
                new Landmark("a payout", BUYER, PAYMENT, "/payouts/" + text(payout, "id")));
    }

    /** The last one that there is. */
    private JsonNode last(String who, Service service, String list) {
        var all = stack.api().as(who).all(service, list);
        return all.get(all.size() - 1);
    }
}
