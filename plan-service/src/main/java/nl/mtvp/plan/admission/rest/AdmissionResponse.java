package nl.mtvp.plan.admission.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.domain.Admission;
import org.threeten.extra.YearQuarter;

/** An admitted practice with its ION at the freeze; {@code drawId} is null when the round had no draw. */
public record AdmissionResponse(
        Agb agb,
        String rho,
        String region,
        String hub,
        YearQuarter quarter,
        long ion,
        UUID roundId,
        UUID drawId,
        Instant admittedAt) {

    static AdmissionResponse of(Admission admission) {
        return new AdmissionResponse(
                admission.agb(),
                admission.rho(),
                admission.region(),
                admission.hub(),
                admission.quarter(),
                admission.ion(),
                admission.roundId(),
                admission.drawId(),
                admission.admittedAt());
    }
}
