package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Who wrote or submitted a version would decide on it (four eyes, D6). */
public class MakerNeverDecides extends DomainFailure {

    public MakerNeverDecides() {
        super(
                Kind.FORBIDDEN,
                "maker-never-decides",
                "D6: who wrote or submitted a version never decides on it; let a colleague do it");
    }
}
