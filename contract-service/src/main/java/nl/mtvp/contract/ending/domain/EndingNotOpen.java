package nl.mtvp.contract.ending.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** An end is withdrawn once, and only before it takes effect (D35). */
public class EndingNotOpen extends DomainFailure {

    public EndingNotOpen(EndingState state) {
        super(
                Kind.CONFLICT,
                "ending-not-open",
                "the end is " + state + " already, and can no longer be withdrawn (D35)");
    }
}
