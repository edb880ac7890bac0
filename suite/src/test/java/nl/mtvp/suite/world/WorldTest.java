package nl.mtvp.suite.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class WorldTest {

    @Test
    void UNICUM_has_two_regions_with_the_ION_of_its_plan() {
        assertEquals(
                java.util.List.of("ZOU 187200", "Lekstroom 194900"),
                World.UNICUM.regions().stream()
                        .map(region -> region.code() + " " + region.ion())
                        .toList());
    }

    @Test
    void a_hub_has_a_practice_for_each_2350_ION_and_at_least_one() {
        var soest = hub("Soest");
        assertEquals(2, soest.practices().size());
        assertEquals(
                java.util.List.of(2_400, 2_400),
                soest.practices().stream().map(Practice::ion).toList());
        assertEquals(18, hub("De Bilt").practices().size());
    }

    @Test
    void the_rest_of_a_division_goes_to_the_first_practices() {
        var bunnik = hub("Bunnik").practices().stream().map(Practice::ion).toList();
        assertEquals(15_600, bunnik.stream().mapToInt(ion -> ion).sum());
        assertTrue(bunnik.get(0) - bunnik.get(bunnik.size() - 1) <= 1, bunnik.toString());
    }

    @Test
    void no_two_practices_share_an_AGB_code() {
        var agbs = World.hubs().stream().flatMap(hub -> hub.agbs().stream()).toList();
        assertEquals(agbs.size(), new HashSet<>(agbs).size());
        assertTrue(agbs.stream().allMatch(agb -> agb.matches("01[0-9]{6}")));
    }

    @Test
    void the_example_practice_fits_a_quarter_of_its_region_and_the_other_hub_does_not_D16() {
        var region = World.VOORBEELD.regions().get(0);
        assertTrue(100 * region.hubs().get(0).ion() <= 25 * region.ion());
        assertTrue(100 * region.hubs().get(1).ion() > 25 * region.ion());
    }

    private static Hub hub(String name) {
        return World.hubs().stream()
                .filter(hub -> hub.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
