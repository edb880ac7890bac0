package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Another version of the plan waits for its decisions (D6). */
public class VersionUnderDecision extends DomainFailure {

    public VersionUnderDecision() {
        super(
                Kind.CONFLICT,
                "version-under-decision",
                "D6: another version of this regioplan is under decision; wait until that is decided");
    }
}
