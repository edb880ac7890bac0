package nl.mtvp.plan.admission.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.threeten.extra.YearQuarter;

/** A region's round of admission for a quarter, with the ceiling of that quarter (D16). */
public record Round(UUID id, String region, YearQuarter quarter, int ceilingPercent, Instant openedAt) {

    public Round {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(quarter, "quarter");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    public boolean needsDraw() {
        return ceilingPercent < Ceilings.ALL;
    }
}
