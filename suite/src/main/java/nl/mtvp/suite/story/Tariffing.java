package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Service.PAYMENT;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import nl.mtvp.suite.world.World;

/** The tariffs: entered, and revised from the beginning on, each time by two people (D37). */
final class Tariffing {

    private final Plot plot;
    private final Map<String, String> proposed = new HashMap<>();

    Tariffing(Plot plot) {
        this.plot = plot;
    }

    /** Each insurer's buyer proposes this tariff from 2023-04-01 on; it counts once it is approved. */
    void propose(String euro, String ground) {
        for (var uzovi : World.UZOVIS) {
            var tariff = Map.ofEntries(
                    entry("uzovi", uzovi),
                    entry("validFrom", Quarter.Q2_2023.peildatum().toString()),
                    entry("euroPerIonPerQuarter", euro),
                    entry("ground", ground));
            var id = plot.as("buyer-" + uzovi).make(PAYMENT, "/tariffs", tariff).text("id");
            proposed.put(uzovi, id);
        }
    }

    void approve(String euro) {
        for (var uzovi : World.UZOVIS) {
            var known = plot.as("approver-" + uzovi).make(PAYMENT, "/tariffs/" + proposed.get(uzovi) + "/approvals");
            plot.equal("tariff " + euro + " of " + uzovi, "KNOWN", known.text("state"));
            plot.books().tariff(uzovi, new BigDecimal(euro));
        }
    }
}
