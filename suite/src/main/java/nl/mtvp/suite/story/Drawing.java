package nl.mtvp.suite.story;

import static nl.mtvp.suite.stack.Service.PLAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        plot.api()
                .as(zeist.signatory())
                .post(
                        PLAN,
                        "/regions/ZOU/preferences",
                        Map.of("preferences", List.of(Map.of("agb", optsOut.agb(), "takesPart", false))))
                .expect(201);
        plot.api()
                .as("rho-unicum")
                .post(
                        PLAN,
                        "/regions/Lekstroom/preferences",
                        Map.of(
                                "preferences",
                                List.of(Map.of(
                                        "agb",
                                        later.agb(),
                                        "takesPart",
                                        true,
                                        "laterQuarter",
                                        Quarter.Q4_2023.toString()))))
                .expect(201);
        plot.admissions().optOut(optsOut.agb());
        plot.admissions().startsLater(later.agb(), Quarter.Q4_2023);
        plot.screen().line("  " + optsOut.agb() + " (Zeist) opts out; " + later.agb() + " (Houten) starts in 2023-Q4.");
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
        var coordinator = plot.api().as("rho-" + rho.code().toLowerCase(Locale.ROOT));
        var notary = plot.api().as("notary");
        var round = coordinator
                .post(
                        PLAN,
                        "/admission-rounds",
                        Map.of("region", region.code(), "quarter", quarter.toString(), "preferencesUntil", day))
                .expect(201)
                .text("roundId");
        var path = "/admission-rounds/" + round;
        var seed = plot.seeds().of(region.code(), quarter);
        if (!last) {
            notary.post(PLAN, path + "/commitments", Map.of("commitment", Seeds.commitment(seed)))
                    .expect(201);
        }
        coordinator.post(PLAN, path + "/freezes").expect(201);
        if (!last) {
            notary.post(PLAN, path + "/draws", Map.of("seed", seed)).expect(201);
        }
        var transcript = plot.api()
                .as("auditor")
                .get(PLAN, path + "/transcript")
                .expect(200)
                .body();
        show(region, transcript, last ? null : seed);
        var name = (last ? "round " : "draw ") + region.code() + " " + quarter;
        plot.checks()
                .same(
                        name + ": its pool holds the lots that it must",
                        plot.admissions().lots(region, quarter),
                        lots(transcript));
        var faults = VerifyDraw.faults(transcript.toString());
        plot.checks().that(name + ": recomputed from pool and seed", faults.isEmpty(), faults.toString());
        plot.admissions().take(transcript, quarter);
    }

    private void show(Region region, JsonNode transcript, String seed) {
        plot.screen()
                .line("  " + region.code() + ": " + Table.shown(region.ion()) + " ION, pool "
                        + transcript.path("poolHash").asText().substring(0, 16) + "…"
                        + (seed == null ? ", no draw" : ", seed " + seed.substring(0, 16) + "…"));
        var table = new Table("rank", "lot", "ION", "outcome", "used after", "% of region");
        var practiceLots = new ArrayList<JsonNode>();
        transcript.path("turns").forEach(turn -> {
            if (turn.path("lotId").asText().startsWith("practice:") && seed == null) {
                practiceLots.add(turn);
            } else {
                table.row(
                        turn.path("rank").asInt(),
                        turn.path("lotId").asText(),
                        turn.path("ion").asLong(),
                        turn.path("outcome").asText(),
                        turn.path("usedIonAfter").asLong(),
                        turn.path("cumulativePercent").asText());
            }
        });
        plot.screen().table(table);
        if (!practiceLots.isEmpty()) {
            plot.screen().line("  and " + practiceLots.size() + " practices that come later than their hub");
        }
    }

    private static Map<String, Long> lots(JsonNode transcript) {
        var lots = new TreeMap<String, Long>();
        transcript
                .at("/pool/lots")
                .forEach(
                        lot -> lots.put(lot.path("id").asText(), lot.path("ion").asLong()));
        return lots;
    }

    private static Hub hub(String name) {
        return World.hubs().stream()
                .filter(hub -> hub.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
