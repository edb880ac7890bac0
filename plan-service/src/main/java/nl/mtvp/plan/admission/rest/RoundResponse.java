package nl.mtvp.plan.admission.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.plan.admission.domain.Round;
import org.threeten.extra.YearQuarter;

/** A round of admission; where it stands is in its transcript. */
public record RoundResponse(
        UUID id, String region, YearQuarter quarter, int ceilingPercent, LocalDate preferencesUntil, Instant openedAt) {

    static RoundResponse of(Round round) {
        return new RoundResponse(
                round.id(),
                round.region(),
                round.quarter(),
                round.ceilingPercent(),
                round.preferencesUntil(),
                round.openedAt());
    }
}
