package nl.mtvp.suite.story;

import static nl.mtvp.suite.stack.Service.CONTRACT;
import static nl.mtvp.suite.stack.Service.PLAN;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.World;

/** The parties make themselves known: RHOs with regions, hubs and practices; insurers and practices for contracting. */
final class Registering {

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
        preferentInsurers();
        contractingParties();
    }

    private void register(Rho rho) {
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
            var taken = coordinator
                    .post(PLAN, "/regions/" + region.code() + "/practices", Map.of("practices", lines(region)))
                    .expect(201);
            plot.checks()
                    .equal(
                            "ION declared for " + region.code(),
                            region.ion(),
                            taken.body().path("ion").asLong());
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

    private void preferentInsurers() {
        World.rhos().flatMap(rho -> rho.regions().stream()).forEach(region -> plot.api()
                .as("buyer-" + region.preferentInsurer())
                .post(
                        PLAN,
                        "/regions/" + region.code() + "/preferent-insurers",
                        Map.of("uzovi", region.preferentInsurer()))
                .expect(201));
    }

    private void contractingParties() {
        for (var insurer : World.INSURERS) {
            plot.api()
                    .as("insurer-" + insurer.uzovi())
                    .post(CONTRACT, "/insurers", Map.of("uzovi", insurer.uzovi(), "name", insurer.name()))
                    .expect(201);
        }
        var practices =
                World.hubs().stream().flatMap(hub -> practices(hub).stream()).toList();
        var results = plot.api()
                .as("insurer-3311")
                .post(CONTRACT, "/practices", practices)
                .expect(200);
        plot.checks()
                .equal(
                        "practices registered for contracting",
                        (long) practices.size(),
                        StreamSupport.stream(results.body().spliterator(), false)
                                .filter(result ->
                                        result.path("outcome").asText().equals("REGISTERED"))
                                .count());
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
}
