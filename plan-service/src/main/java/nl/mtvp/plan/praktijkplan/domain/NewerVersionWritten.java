package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A version is submitted that was edited since: the edit is a newer version of the same year. */
public class NewerVersionWritten extends DomainFailure {

    public NewerVersionWritten(int number, int newest) {
        super(
                Kind.CONFLICT,
                "newer-version-written",
                "version " + number + " was followed by version " + newest + " of the same year; submit that one");
    }
}
