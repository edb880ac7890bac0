package nl.mtvp.contract.offer.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** An acceptance that does not affirm all three conditions is none (D26). */
public class MinimumHurdleNotTaken extends DomainFailure {

    public MinimumHurdleNotTaken(List<Fault> missing) {
        super(
                Kind.REJECTED,
                "minimum-hurdle-not-taken",
                "the practice affirms each of the three conditions of the minimum hurdle by itself (D26); not affirmed: "
                        + missing.size(),
                missing);
    }
}
