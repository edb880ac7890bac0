package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A version is submitted that was edited since: the edit is a newer version (D6). */
public class NotTheNewestVersion extends DomainFailure {

    public NotTheNewestVersion(int number, int newest) {
        super(
                Kind.CONFLICT,
                "not-the-newest-version",
                "D6: version " + number + " was followed by version " + newest + "; submit that one");
    }
}
