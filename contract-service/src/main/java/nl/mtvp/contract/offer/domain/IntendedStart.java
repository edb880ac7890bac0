package nl.mtvp.contract.offer.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.time.Quarters;

/**
 * The intended start (beoogde ingangsdatum, D28): the first day of a quarter, never before the scheme began. It may lie
 * in the past: the right to payment runs from it, whenever the contract could be offered.
 */
public final class IntendedStart {

    /** The first day of the scheme (Leidraad, Tijdlijn). */
    public static final LocalDate EARLIEST = LocalDate.of(2023, 4, 1);

    private IntendedStart() {}

    /** Everything that no change in the world could mend. */
    public static List<Fault> faults(LocalDate startsOn) {
        var faults = new ArrayList<Fault>();
        if (!Quarters.isPeildatum(startsOn)) {
            faults.add(Fault.inBody(
                    "/startsOn",
                    "no-first-day-of-a-quarter",
                    "a contract starts on the first day of a quarter, like 2023-07-01 (D28)"));
        }
        if (startsOn.isBefore(EARLIEST)) {
            faults.add(
                    Fault.inBody("/startsOn", "before-the-scheme", "no contract starts before " + EARLIEST + " (D28)"));
        }
        return faults;
    }
}
