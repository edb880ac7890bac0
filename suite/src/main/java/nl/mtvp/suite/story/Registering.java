package nl.mtvp.suite.story;

import static nl.mtvp.suite.stack.Service.CONTRACT;
import static nl.mtvp.suite.stack.Service.PLAN;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.World;

/** The parties make themselves known: RHOs with regions, hubs and practices; insurers and practices for contracting. */
final class Registering {

    private static final int AT_ONCE_MAX = 2_000;

    private final Plot plot;

    Registering(Plot plot) {
        this.plot = plot;
    }

    void everybody() {
        plot.on("2023-03-20", "The parties register");
        var table = new Table("RHO", "region", "hub", "practices", "ION");
        for (var rho : List.of(World.UNICUM, World.VOORBEELD)) {
            register(rho);
            rho.regions().forEach(region -> region.hubs()
                    .forEach(hub -> table.row(
                            rho.code(),
                            region.code(),
                            hub.name(),
                            hub.practices().size(),
                            hub.ion())));
        }
        plot.screen().table(table);
        plot.screen()
                .line(
                        "  UNICUM's regions, hubs and their ION are those of its plan of 2023. The practices are synthetic,"
                                + " and so is all of Voorbeeld.");
        preferentInsurers(World.rhos());
        contractingParties(World.hubs());
    }

    void register(Rho rho) {
        var coordinator = plot.api().as("rho-" + rho.code().toLowerCase(java.util.Locale.ROOT));
        coordinator
                .post(PLAN, "/rhos", Map.of("code", rho.code(), "name", rho.name(), "kvk", rho.kvk()))
                .expect(201);
        for (var region : rho.regions()) {
            coordinator
                    .post(PLAN, "/regions", Map.of("code", region.code(), "name", region.name(), "rho", rho.code()))
                    .expect(201);
            for (var hub : region.hubs()) {
                coordinator
                        .post(PLAN, "/regions/" + region.code() + "/hubs", Map.of("name", hub.name()))
                        .expect(201);
            }
            long ion = 0;
            for (var lines : parts(lines(region), AT_ONCE_MAX)) {
                ion += coordinator
                        .post(PLAN, "/regions/" + region.code() + "/practices", Map.of("practices", lines))
                        .expect(201)
                        .body()
                        .path("ion")
                        .asLong();
            }
            plot.checks().equal("ION declared for " + region.code(), region.ion(), ion);
        }
    }

    private static List<Map<String, Object>> lines(Rho.Region region) {
        return region.hubs().stream()
                .flatMap(hub -> hub.practices().stream()
                        .map(practice -> Map.<String, Object>of(
                                "agb", practice.agb(),
                                "name", practice.name(),
                                "hub", hub.name(),
                                "ion", practice.ion())))
                .toList();
    }

    void preferentInsurers(Stream<Rho> rhos) {
        rhos.flatMap(rho -> rho.regions().stream()).forEach(region -> plot.api()
                .as("buyer-" + region.preferentInsurer())
                .post(
                        PLAN,
                        "/regions/" + region.code() + "/preferent-insurers",
                        Map.of("uzovi", region.preferentInsurer()))
                .expect(201));
    }

    void contractingParties(List<Hub> hubs) {
        for (var insurer : World.INSURERS) {
            plot.api()
                    .as("insurer-" + insurer.uzovi())
                    .post(CONTRACT, "/insurers", Map.of("uzovi", insurer.uzovi(), "name", insurer.name()))
                    .expect(201);
        }
        var practices = hubs.stream().flatMap(hub -> practices(hub).stream()).toList();
        long registered = 0;
        for (var part : parts(practices, AT_ONCE_MAX)) {
            var results = plot.api()
                    .as("insurer-3311")
                    .post(CONTRACT, "/practices", part)
                    .expect(200);
            registered += StreamSupport.stream(results.body().spliterator(), false)
                    .filter(result -> result.path("outcome").asText().equals("REGISTERED"))
                    .count();
        }
        plot.checks().equal("practices registered for contracting", (long) practices.size(), registered);
    }

    private static List<Map<String, Object>> practices(Hub hub) {
        return hub.practices().stream()
                .map(practice -> Map.<String, Object>of(
                        "agb",
                        practice.agb(),
                        "name",
                        practice.name(),
                        "enterprise",
                        Map.of("kvk", hub.kvk(), "name", "Huisartsen " + hub.name() + " B.V.")))
                .toList();
    }

    /** A long list in shorter ones, for what takes only so many at once. */
    private static <T> List<List<T>> parts(List<T> all, int most) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)))
                .toList();
    }
}
