package nl.mtvp.plan.admission.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import org.threeten.extra.YearQuarter;

/**
 * A region's round of admission for a quarter, with the ceiling of that quarter (D16).
 *
 * @param preferencesUntil the first day on which preferences are no longer taken for it, or null: until the freeze (D17)
 */
@Embeddable
public record Round(
        UUID id, String region, YearQuarter quarter, int ceilingPercent, LocalDate preferencesUntil, Instant openedAt) {

    public Round {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(quarter, "quarter");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    /** What no region's round can be, however far it is; what could not be read is null. */
    public static List<Fault> faults(YearQuarter quarter, LocalDate preferencesUntil, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var latest = today.plusYears(1);
        if (quarter != null && quarter.isAfter(YearQuarter.from(latest))) {
            faults.add(
                    Fault.inBody(
                            "/quarter",
                            "too-far-ahead",
                            "D16: a round is opened for a quarter that begins within a year; the next rounds wait for this one"));
        }
        if (preferencesUntil != null && preferencesUntil.isAfter(latest)) {
            faults.add(Fault.inBody(
                    "/preferencesUntil",
                    "too-far-ahead",
                    "D17: preferences are taken for a year at most; until then the round cannot be frozen"));
        }
        if (preferencesUntil != null && preferencesUntil.isBefore(today)) {
            faults.add(Fault.inBody(
                    "/preferencesUntil", "in-the-past", "D17: preferences cannot have been taken until a past day"));
        }
        return faults;
    }

    public boolean needsDraw() {
        return ceilingPercent < Ceilings.ALL;
    }

    /** Whether preferences are taken on a day, as far as the calendar goes. */
    public boolean takesPreferencesOn(LocalDate day) {
        return preferencesUntil == null || day.isBefore(preferencesUntil);
    }
}
