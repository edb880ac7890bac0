package nl.mtvp.plan.region.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** Lines of a list of practices do not go with what is registered; none of the list was taken. */
public class PracticesRefused extends DomainFailure {

    public PracticesRefused(List<Fault> faults) {
        super(
                Kind.CONFLICT,
                "practices-refused",
                faults.size() + " of the lines cannot be taken, so none was; see errors",
                faults);
    }
}
