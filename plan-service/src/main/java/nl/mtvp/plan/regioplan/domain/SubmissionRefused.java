package nl.mtvp.plan.regioplan.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** What is submitted misses the minimum (D3) or the RHO's commitment (D6), in each of the ways that its faults name. */
public class SubmissionRefused extends DomainFailure {

    public SubmissionRefused(List<Fault> faults) {
        super(Kind.REJECTED, "submission-refused", "the regioplan cannot be submitted as it is; see errors", faults);
    }
}
