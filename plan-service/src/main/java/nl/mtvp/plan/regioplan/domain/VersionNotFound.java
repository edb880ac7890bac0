package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The regioplan has no such version that the caller may see. */
public class VersionNotFound extends DomainFailure {

    public VersionNotFound(int number) {
        super(Kind.NOT_FOUND, "version-not-found", "this regioplan has no version " + number + " that you may see");
    }
}
