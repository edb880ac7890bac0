package nl.mtvp.suite.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Io;

/**
 * Who plays in the story. UNICUM's regions, hubs and their ION are real (its plan of 2023); the practices, the
 * enterprises and the RHO Voorbeeld are synthetic, made the same way every time.
 */
public final class World {

    /** The insurers, the first of which is preferent in UNICUM's regions. */
    public static final List<Insurer> INSURERS =
            List.of(new Insurer("3311", "Zilveren Kruis"), new Insurer("7095", "VGZ"), new Insurer("3332", "Menzis"));

    /** Their codes. */
    public static final List<String> UZOVIS =
            INSURERS.stream().map(Insurer::uzovi).toList();

    /** Insurers of whom the story knows nothing, for whoever begins: they have logins and nothing else. */
    public static final List<String> NEWCOMERS = List.of("9101", "9102");

    public static final Rho UNICUM = unicum();
    public static final Rho VOORBEELD = voorbeeld();

    /** The practice of the worked examples. */
    public static final String EXAMPLE_AGB = "01999901";

    private static final int ION_PER_PRACTICE = 2_350;

    private World() {}

    /** An insurer by its code and its name. */
    public record Insurer(String uzovi, String name) {}

    public static Stream<Rho> rhos() {
        return Stream.of(UNICUM, VOORBEELD);
    }

    public static List<Hub> hubs() {
        return rhos().flatMap(rho -> rho.regions().stream())
                .flatMap(region -> region.hubs().stream())
                .toList();
    }

    private static Rho unicum() {
        var hubsOf = new LinkedHashMap<String, List<Hub>>();
        int hubs = 0;
        int practices = 0;
        for (var line : Io.resource("/world/unicum-hubs.csv").lines().skip(1).toList()) {
            var fields = line.split(",");
            int ion = Integer.parseInt(fields[2]);
            var hub = hub(fields[0], fields[1], ion, ++hubs, practices);
            practices += hub.practices().size();
            hubsOf.computeIfAbsent(hub.region(), region -> new ArrayList<>()).add(hub);
        }
        return new Rho(
                "UNICUM",
                "UNICUM huisartsenzorg",
                "90000000",
                hubsOf.entrySet().stream()
                        .map(entry -> new Rho.Region(entry.getKey(), "3311", entry.getValue()))
                        .toList());
    }

    /** A hub of n ION has round(n / 2,350) practices, at least one, with ION spread evenly and the rest to the first. */
    private static Hub hub(String region, String name, int ion, int number, int practicesBefore) {
        int count = Math.max(1, (2 * ion + ION_PER_PRACTICE) / (2 * ION_PER_PRACTICE));
        var practices = IntStream.range(0, count)
                .mapToObj(i -> new Practice(
                        "01%06d".formatted(practicesBefore + i + 1),
                        "Huisartsenpraktijk " + name + " " + (i + 1),
                        ion / count + (i < ion % count ? 1 : 0)))
                .toList();
        return new Hub(region, name, "9%07d".formatted(number), practices);
    }

    private static Rho voorbeeld() {
        var examples = List.of(new Practice(EXAMPLE_AGB, "Huisartsenpraktijk Voorbeeld 1", 4_210));
        var others = IntStream.rangeClosed(2, 4)
                .mapToObj(i -> new Practice("0199990" + i, "Huisartsenpraktijk Voorbeeld " + i, 4_210 + 5 * i))
                .toList();
        return new Rho(
                "VOORBEELD",
                "RHO Voorbeeld",
                "90000099",
                List.of(new Rho.Region(
                        "Voorbeeld",
                        "3332",
                        List.of(
                                new Hub("Voorbeeld", "Voorbeeldstad", "90000098", examples),
                                new Hub("Voorbeeld", "Voorbeelddorp", "90000097", others)))));
    }
}
