package nl.mtvp.plan.admission.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.threeten.extra.YearQuarter;

/**
 * A region's round of admission for a quarter, with the ceiling of that quarter (D16).
 *
 * @param preferencesUntil the first day on which preferences are no longer taken for it, or null: until the freeze (D17)
 */
public record Round(
        UUID id, String region, YearQuarter quarter, int ceilingPercent, LocalDate preferencesUntil, Instant openedAt) {

    public Round {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(quarter, "quarter");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    public boolean needsDraw() {
        return ceilingPercent < Ceilings.ALL;
    }

    /** Whether preferences are taken on a day, as far as the calendar goes. */
    public boolean takesPreferencesOn(LocalDate day) {
        return preferencesUntil == null || day.isBefore(preferencesUntil);
    }
}
