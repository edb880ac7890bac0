package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PLAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.Rho.Region;
import nl.mtvp.suite.world.World;
import nl.mtvp.verifier.VerifyDraw;

/** Rounds of admission, each drawn from a pool and a seed that anybody can recompute (D16-D20). */
final class Drawing {

    private final Plot plot;

    Drawing(Plot plot) {
        this.plot = plot;
    }

    /** Everybody takes part and starts with their hub, but for two. */
    void preferences() {
        var zeist = hub("Zeist");
        var houten = hub("Houten");
        var optsOut = zeist.practices().get(zeist.practices().size() - 1);
        var later = houten.practices().get(houten.practices().size() - 1);
        plot.on("2023-04-20", "Practices state whether and when they want to start (D17)");
        var not = Map.of("agb", optsOut.agb(), "takesPart", false);
        plot.as(zeist.signatory()).make(PLAN, "/regions/ZOU/preferences", Map.of("preferences", List.of(not)));
        var then = Map.of("agb", later.agb(), "takesPart", true, "laterQuarter", Quarter.Q4_2023.toString());
        plot.as("rho-unicum").make(PLAN, "/regions/Lekstroom/preferences", Map.of("preferences", List.of(then)));
        plot.admissions.optOut(optsOut.agb());
        plot.admissions.startsLater(later.agb(), Quarter.Q4_2023);
        plot.screen.line("  " + optsOut.agb() + " (Zeist) opts out; " + later.agb() + " (Houten) starts in 2023-Q4.");
    }

    /** A round per region, from its opening to its transcript. */
    void rounds(String day, Rho rho, Quarter quarter) {
        boolean last = quarter.ceilingPercent() == 100;
        plot.on(
                day,
                (last ? "Everybody left is admitted for " : "The draw for ") + quarter + ", " + rho.code() + ", up to "
                        + quarter.ceilingPercent() + " % of each region's ION (D16)");
        for (var region : rho.regions()) {
            round(day, rho, region, quarter, last);
        }
    }

    private void round(String day, Rho rho, Region region, Quarter quarter, boolean last) {
        var coordinator = plot.as(rho.coordinator());
        var notary = plot.as("notary");
        var round = Map.of("region", region.code(), "quarter", quarter.toString(), "preferencesUntil", day);
        var path = "/admission-rounds/"
                + coordinator.make(PLAN, "/admission-rounds", round).text("roundId");
        var seed = plot.seeds.of(region.code(), quarter);
        if (!last) {
            notary.make(PLAN, path + "/commitments", Map.of("commitment", Seeds.commitment(seed)));
        }
        coordinator.make(PLAN, path + "/freezes");
        if (!last) {
            notary.make(PLAN, path + "/draws", Map.of("seed", seed));
        }
        var transcript = plot.as("auditor").read(PLAN, path + "/transcript");
        show(region, transcript, last ? null : seed);
        var name = (last ? "round " : "draw ") + region.code() + " " + quarter;
        plot.same(
                name + ": its pool holds the lots that it must",
                plot.admissions.lots(region, quarter),
                lots(transcript));
        var faults = VerifyDraw.faults(transcript.toString());
        plot.that(name + ": recomputed from pool and seed", faults.isEmpty(), faults.toString());
        plot.admissions.take(transcript, quarter);
    }

    private void show(Region region, JsonNode transcript, String seed) {
        plot.screen.line("  " + region.code() + ": " + Table.shown(region.ion()) + " ION, pool "
                + text(transcript, "poolHash").substring(0, 16) + "…"
                + (seed == null ? ", no draw" : ", seed " + seed.substring(0, 16) + "…"));
        var table = new Table("rank", "lot", "ION", "outcome", "used after", "% of region");
        var practiceLots = new ArrayList<JsonNode>();
        transcript.path("turns").forEach(turn -> {
            if (text(turn, "lotId").startsWith("practice:") && seed == null) {
                practiceLots.add(turn);
            } else {
                table.row(
                        turn.path("rank").asInt(),
                        text(turn, "lotId"),
                        number(turn, "ion"),
                        text(turn, "outcome"),
                        number(turn, "usedIonAfter"),
                        text(turn, "cumulativePercent"));
            }
        });
        plot.screen.table(table);
        if (!practiceLots.isEmpty()) {
            plot.screen.line("  and " + practiceLots.size() + " practices that come later than their hub");
        }
    }

    private static Map<String, Long> lots(JsonNode transcript) {
        var lots = new TreeMap<String, Long>();
        transcript.at("/pool/lots").forEach(lot -> lots.put(text(lot, "id"), number(lot, "ion")));
        return lots;
    }

    private static Hub hub(String name) {
        return World.hubs().stream()
                .filter(hub -> hub.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
