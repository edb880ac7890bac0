package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The version is not where the step begins (D6). */
public class VersionIsNot extends DomainFailure {

    public VersionIsNot(VersionState state, VersionState wanted) {
        super(
                Kind.CONFLICT,
                "version-is-" + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "D6: the version is " + state + " and cannot become " + wanted);
    }
}
