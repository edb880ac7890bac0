package nl.mtvp.plan.admission.domain;

import java.util.Locale;
import nl.mtvp.kernel.failure.DomainFailure;

/** The round is not where the step belongs (D20). */
public class RoundNotInState extends DomainFailure {

    public RoundNotInState(RoundState state, RoundState needed) {
        super(
                Kind.CONFLICT,
                "round-is-" + state.name().toLowerCase(Locale.ROOT),
                "D20: the round is " + state + "; this is done while it is " + needed);
    }
}
