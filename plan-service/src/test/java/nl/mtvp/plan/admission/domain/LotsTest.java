package nl.mtvp.plan.admission.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class LotsTest {

    private static final YearQuarter Q3 = Quarters.of("2023-Q3");
    private static final YearQuarter Q4 = Quarters.of("2023-Q4");
    private static final Preference OPTED_OUT = new Preference(false, null);
    private static final Preference FROM_Q4 = new Preference(true, Q4);

    @Test
    void D18_a_hub_is_one_lot_with_the_ion_of_those_who_take_part_and_may_start() {
        var lots = lots(
                Q3,
                Set.of(),
                candidate(1, "Zeist", 100, Preference.UNSTATED),
                candidate(2, "Zeist", 200, new Preference(true, Q3)),
                candidate(3, "Zeist", 400, OPTED_OUT),
                candidate(4, "Zeist", 800, FROM_Q4),
                candidate(5, "Soest", 50, Preference.UNSTATED));

        assertEquals(List.of("hub:R/Soest 50 [01000005]", "hub:R/Zeist 300 [01000001, 01000002]"), lots);
    }

    @Test
    void D18_a_hub_without_ion_to_start_has_no_lot() {
        assertEquals(
                List.of(),
                lots(Q3, Set.of(), candidate(1, "Zeist", 100, OPTED_OUT), candidate(2, "Zeist", 100, FROM_Q4)));
    }

    @Test
    void D18_a_later_starting_practice_has_a_lot_once_its_hub_is_admitted_and_its_quarter_has_come() {
        var later = candidate(1, "Zeist", 100, FROM_Q4);

        assertEquals(List.of(), lots(Q3, Set.of("Zeist"), later));
        assertEquals(List.of("practice:01000001 100 [01000001]"), lots(Q4, Set.of("Zeist"), later));
        assertEquals(List.of("hub:R/Zeist 100 [01000001]"), lots(Q4, Set.of(), later), "never earlier than its hub");
    }

    @Test
    void D18_who_opted_out_and_takes_part_after_all_counts_as_later_starting() {
        assertEquals(
                List.of("practice:01000001 100 [01000001]"),
                lots(Q4, Set.of("Zeist"), candidate(1, "Zeist", 100, Preference.UNSTATED)));
    }

    @Test
    void D18_who_is_admitted_has_no_lot() {
        var admitted = new Candidate(new Agb("01000001"), "Zeist", 100, Preference.UNSTATED, true);
        assertEquals(List.of(), lots(Q4, Set.of("Zeist"), admitted));
    }

    @Test
    void D17_who_does_not_take_part_names_no_quarter() {
        assertThrows(IllegalArgumentException.class, () -> new Preference(false, Q4));
    }

    @Test
    void D16_the_ceiling_is_cumulative_and_stays_at_its_last_step() {
        var ceilings = new Ceilings(Map.of(Quarters.of("2023-Q2"), 25, Q3, 50, Q4, 75, Quarters.of("2024-Q1"), 100));

        assertEquals(Optional.empty(), ceilings.percentAt(Quarters.of("2023-Q1")));
        assertEquals(Optional.of(25), ceilings.percentAt(Quarters.of("2023-Q2")));
        assertEquals(Optional.of(50), ceilings.percentAt(Q3));
        assertEquals(Optional.of(75), ceilings.percentAt(Q4));
        assertEquals(Optional.of(100), ceilings.percentAt(Quarters.of("2024-Q1")));
        assertEquals(Optional.of(100), ceilings.percentAt(Quarters.of("2031-Q4")));
        assertThrows(IllegalArgumentException.class, () -> new Ceilings(Map.of(Q3, 50, Q4, 25)));
    }

    private static List<String> lots(YearQuarter quarter, Set<String> admittedHubs, Candidate... candidates) {
        return Lots.of("R", quarter, List.of(candidates), admittedHubs).stream()
                .map(lot -> lot.id() + " " + lot.ion() + " "
                        + lot.members().stream().map(Lot.Member::agb).toList())
                .toList();
    }

    private static Candidate candidate(int number, String hub, long ion, Preference preference) {
        return new Candidate(new Agb("0100000" + number), hub, ion, preference, false);
    }
}
