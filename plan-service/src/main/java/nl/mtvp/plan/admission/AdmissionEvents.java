package nl.mtvp.plan.admission;

import java.util.UUID;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.domain.Admission;
import org.threeten.extra.YearQuarter;

/** What the neighbours learn of admissions. The subject is the practice. */
final class AdmissionEvents {

    record Admitted(
            Agb agb,
            String rho,
            String region,
            String hub,
            YearQuarter quarter,
            long ion,
            UUID roundId,
            UUID drawId,
            String transcriptHash) {}

    record Withdrawn(Agb agb, String region, UUID roundId, String reason) {}

    private AdmissionEvents() {}

    /** @param transcriptHash with it, everybody who follows the feed holds what was published of the draw (D20) */
    static NewEvent admitted(Admission admission, String transcriptHash) {
        var data = new Admitted(
                admission.agb(),
                admission.rho(),
                admission.region(),
                admission.hub(),
                admission.quarter(),
                admission.ion(),
                admission.roundId(),
                admission.drawId(),
                transcriptHash);
        return new NewEvent("nl.mtvp.practice-admitted.v1", admission.agb().code(), data);
    }

    static NewEvent withdrawn(Admission admission, String reason) {
        var data = new Withdrawn(admission.agb(), admission.region(), admission.roundId(), reason);
        return new NewEvent("nl.mtvp.admission-withdrawn.v1", admission.agb().code(), data);
    }
}
