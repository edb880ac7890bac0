package nl.mtvp.plan.admission.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** That a practice may start in a quarter (D21). @param drawId null when the round had no draw */
public record Admission(
        Agb agb,
        String rho,
        String region,
        String hub,
        YearQuarter quarter,
        long ion,
        UUID roundId,
        UUID drawId,
        Instant admittedAt) {}
