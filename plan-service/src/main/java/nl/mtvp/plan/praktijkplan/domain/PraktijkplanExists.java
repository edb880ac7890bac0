package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The practice has a praktijkplan: a change is a new version of it. */
public class PraktijkplanExists extends DomainFailure {

    public PraktijkplanExists() {
        super(Kind.CONFLICT, "praktijkplan-exists", "this practice has a praktijkplan; write a new version of it");
    }
}
