package nl.mtvp.plan.learning.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** A report names practices that the RHO did not have on the day of the meeting (D12). */
public class PracticesNotOfRho extends DomainFailure {

    public PracticesNotOfRho(List<Fault> faults) {
        super(Kind.CONFLICT, "practices-not-of-rho", "practices belonged to another RHO or none; see errors", faults);
    }
}
