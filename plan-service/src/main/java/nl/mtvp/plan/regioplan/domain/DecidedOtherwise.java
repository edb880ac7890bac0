package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A pushed plan is confirmed, an authored one decided on; each has its own path (D6, D7). */
public class DecidedOtherwise extends DomainFailure {

    public DecidedOtherwise(String path) {
        super(Kind.CONFLICT, "decided-otherwise", "this version is approved through " + path);
    }
}
