package nl.mtvp.plan.proposal.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody would take two steps of one proposal (four eyes, D2). */
public class SameHands extends DomainFailure {

    public SameHands() {
        super(
                Kind.FORBIDDEN,
                "same-hands",
                "D2: who proposed does not forward, and who proposed or forwarded does not decide; let somebody else do it");
    }
}
