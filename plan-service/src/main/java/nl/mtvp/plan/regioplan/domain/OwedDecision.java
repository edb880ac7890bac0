package nl.mtvp.plan.regioplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;

/** A decision that a preferent insurer still owes, and until when (D6). */
public record OwedDecision(
        Uzovi uzovi,
        UUID regioplanId,
        UUID versionId,
        int number,
        String rho,
        String title,
        Instant submittedAt,
        LocalDate decisionDueOn) {

    /** The last day counts: it is overdue from the day after. */
    public boolean isOverdueOn(LocalDate day) {
        return day.isAfter(decisionDueOn);
    }
}
