package nl.mtvp.plan.learning.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** What is corrected is not, or no longer, the newest report of its meeting. */
public class ReportNotTheNewest extends DomainFailure {

    public ReportNotTheNewest(int number) {
        super(
                Kind.CONFLICT,
                "report-not-the-newest",
                "report " + number + " is not the newest of this meeting; read that one and correct it");
    }
}
