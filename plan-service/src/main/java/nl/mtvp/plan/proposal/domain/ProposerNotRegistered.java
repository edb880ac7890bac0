package nl.mtvp.plan.proposal.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A practice or RHO proposes before it is registered. */
public class ProposerNotRegistered extends DomainFailure {

    public ProposerNotRegistered(String proposer) {
        super(
                Kind.CONFLICT,
                "proposer-not-registered",
                proposer + " is not registered: an RHO registers itself, and declares its practices");
    }
}
