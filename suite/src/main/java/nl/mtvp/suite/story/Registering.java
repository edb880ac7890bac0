package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PLAN;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Json;
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
        plot.screen.table(table);
        plot.screen.line(
                "  UNICUM's regions, hubs and their ION are those of its plan of 2023. The practices are synthetic,"
                        + " and so is all of Voorbeeld.");
        preferentInsurers(World.rhos());
        contractingParties(World.hubs());
    }

    void register(Rho rho) {
        var coordinator = plot.as(rho.coordinator());
        coordinator.make(PLAN, "/rhos", Map.of("code", rho.code(), "name", rho.name(), "kvk", rho.kvk()));
        for (var region : rho.regions()) {
            coordinator.make(PLAN, "/regions", Map.of("code", region.code(), "name", region.code(), "rho", rho.code()));
            for (var hub : region.hubs()) {
                coordinator.make(PLAN, "/regions/" + region.code() + "/hubs", Map.of("name", hub.name()));
            }
            long ion = 0;
            for (var lines : parts(lines(region), AT_ONCE_MAX)) {
                ion += coordinator
                        .make(PLAN, "/regions/" + region.code() + "/practices", Map.of("practices", lines))
                        .body()
                        .path("ion")
                        .asLong();
            }
            plot.equal("ION declared for " + region.code(), region.ion(), ion);
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
        rhos.flatMap(rho -> rho.regions().stream()).forEach(region -> {
            var uzovi = region.preferentInsurer();
            var path = "/regions/" + region.code() + "/preferent-insurers";
            plot.as("buyer-" + uzovi).make(PLAN, path, Map.of("uzovi", uzovi));
        });
    }

    void contractingParties(List<Hub> hubs) {
        for (var insurer : World.INSURERS) {
            plot.as("insurer-" + insurer.uzovi())
                    .make(CONTRACT, "/insurers", Map.of("uzovi", insurer.uzovi(), "name", insurer.name()));
        }
        var practices = hubs.stream().flatMap(hub -> practices(hub).stream()).toList();
        long registered = 0;
        for (var part : parts(practices, AT_ONCE_MAX)) {
            var results =
                    plot.as("insurer-3311").post(CONTRACT, "/practices", part).expect(200);
            registered += Collections.frequency(Json.texts(results.body(), "outcome"), "REGISTERED");
        }
        plot.equal("practices registered for contracting", (long) practices.size(), registered);
    }

    private static List<Map<String, Object>> practices(Hub hub) {
        return hub.practices().stream()
                .map(practice -> Map.<String, Object>ofEntries(
                        entry("agb", practice.agb()),
                        entry("name", practice.name()),
                        entry("enterprise", Map.of("kvk", hub.kvk(), "name", "Huisartsen " + hub.name() + " B.V."))))
                .toList();
    }

    /** A long list in shorter ones, for what takes only so many at once. */
    private static <T> List<List<T>> parts(List<T> all, int most) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)))
                .toList();
    }
}
