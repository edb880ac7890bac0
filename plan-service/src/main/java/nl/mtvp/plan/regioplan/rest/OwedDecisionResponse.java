package nl.mtvp.plan.regioplan.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.RegioplanUseCases.Standing;

/** A decision that an insurer owes. It is overdue from the day after `decisionDueOn`. */
public record OwedDecisionResponse(
        Uzovi uzovi,
        UUID regioplanId,
        int number,
        String rho,
        String title,
        Instant submittedAt,
        LocalDate decisionDueOn,
        boolean overdue) {

    static OwedDecisionResponse of(Standing standing) {
        var decision = standing.decision();
        return new OwedDecisionResponse(
                decision.uzovi(),
                decision.regioplanId(),
                decision.number(),
                decision.rho(),
                decision.title(),
                decision.submittedAt(),
                decision.decisionDueOn(),
                standing.overdue());
    }
}
