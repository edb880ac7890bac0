package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.story.DeliveryFile.Written;
import nl.mtvp.suite.story.expected.Books.Pair;
import nl.mtvp.suite.world.Practice;
import nl.mtvp.suite.world.World;

/** The ION deliveries of the insurers (D38, D39): generated files, sent in pieces. */
final class Delivering {

    /** Of each 20 patients of UNICUM, 12 are with 3311 (60 %), 5 with 7095 (25 %) and 3 with 3332 (15 %). */
    private static final int TWENTY = 20;

    private static final Map<String, int[]> TAKES = Map.of(
            "3311", new int[] {0, 12},
            "7095", new int[] {12, 17},
            "3332", new int[] {17, 20});
    /** Patients of the region Voorbeeld have numbers from here on. */
    private static final long VOORBEELD = 10_000_000L;

    private static final List<Practice> PRACTICES = World.UNICUM.regions().stream()
            .flatMap(region -> region.practices().stream())
            .toList();

    private final Plot plot;

    Delivering(Plot plot) {
        this.plot = plot;
    }

    /** All insurers deliver UNICUM's patients, 3332 also those of the example practice. */
    void all(Quarter quarter, int exampleIon) {
        var table = table();
        try (var progress = plot.screen.progress("3 deliveries", World.INSURERS.size())) {
            for (var uzovi : World.UZOVIS) {
                deliver(uzovi, quarter, exampleIon, "", table);
                progress.step();
            }
        }
        plot.screen.table(table);
    }

    /**
     * 3332 alone delivers: the example practice's patients, and UNICUM's, which it has all along: without them they
     * would seem to come all at once a quarter later (D40).
     */
    void ofMenzis(Quarter quarter, int exampleIon, String edition) {
        var table = table();
        deliver("3332", quarter, exampleIon, edition, table);
        plot.screen.table(table);
    }

    private void deliver(String uzovi, Quarter quarter, int exampleIon, String edition, Table table) {
        var path = plot.deliveries.resolve(uzovi + "-" + quarter.peildatum() + edition + ".csv");
        try (var file = new DeliveryFile(path)) {
            unicum(file, uzovi, quarter);
            if (uzovi.equals("3332")) {
                for (int i = 0; i < exampleIon; i++) {
                    file.patient(VOORBEELD + i, World.EXAMPLE_AGB);
                }
            }
            send(uzovi, quarter, file.written(), table);
        }
    }

    private static void unicum(DeliveryFile file, String uzovi, Quarter quarter) {
        var takes = TAKES.get(uzovi);
        long number = 0;
        for (int at = 0; at < PRACTICES.size(); at++) {
            var agb = PRACTICES.get(at).agb();
            var next = PRACTICES.get((at + 1) % PRACTICES.size()).agb();
            long mine = 0;
            for (int i = 0; i < PRACTICES.get(at).ion(); i++, number++) {
                long place = number % TWENTY;
                if (place < takes[0] || place >= takes[1]) {
                    continue;
                }
                file.patient(number, agb);
                // The first patient of each third practice stands in the file twice, that of the next one's also
                // with the neighbour, where they were before.
                if (mine++ == 0) {
                    if (at % 3 == 0) {
                        file.copy(number, agb);
                    } else if (at % 3 == 1) {
                        file.olderElsewhere(number, next);
                    }
                }
            }
        }
        file.undecided(PRACTICES.get(0).agb(), PRACTICES.get(1).agb());
        file.undecided(PRACTICES.get(5).agb(), PRACTICES.get(9).agb());
        file.wrong(PRACTICES.get(2).agb(), quarter.peildatum());
    }

    private void send(String uzovi, Quarter quarter, Written file, Table table) {
        var insurer = plot.as("insurer-" + uzovi);
        var id = Upload.announce(insurer, uzovi, quarter.peildatum().toString(), file);
        Upload.whole(insurer, id, file.path());
        var done = Upload.finished(insurer, id, Duration.ofSeconds(90), 100);
        var name = "delivery " + uzovi + " of " + quarter.peildatum();
        plot.equal(name + ": accepted lines", file.accepted(), number(done, "accepted"));
        plot.equal(name + ": refused lines", file.refused(), number(done, "refused"));
        plot.equal(name + ": duplicates", file.duplicates(), number(done, "duplicates"));
        table.row(
                uzovi,
                quarter.peildatum(),
                file.rows(),
                number(done, "accepted"),
                number(done, "refused"),
                number(done, "duplicates"),
                text(done, "evidenceDigest").substring(0, 16) + "…");
        file.ion().forEach((agb, ion) -> plot.books.counted(new Pair(uzovi, agb), quarter.peildatum(), ion));
    }

    private static Table table() {
        return new Table("insurer", "peildatum", "lines", "accepted", "refused", "duplicates", "evidence");
    }
}
