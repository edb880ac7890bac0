package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;

/** What is submitted does not meet the growth model (D8, D9), in each of the ways that its faults name. */
public class PraktijkplanRefused extends DomainFailure {

    public PraktijkplanRefused(List<Violation> violations) {
        super(
                Kind.REJECTED,
                "praktijkplan-refused",
                "the praktijkplan cannot be submitted as it is; see errors",
                violations.stream().map(Violation::toFault).toList());
    }
}
