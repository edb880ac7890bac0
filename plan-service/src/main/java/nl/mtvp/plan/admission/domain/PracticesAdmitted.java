package nl.mtvp.plan.admission.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** Preferences are stated for practices whose start is settled (D17). */
public class PracticesAdmitted extends DomainFailure {

    public PracticesAdmitted(List<Fault> faults) {
        super(Kind.CONFLICT, "practices-admitted", "D17: some of the practices are admitted already", faults);
    }
}
