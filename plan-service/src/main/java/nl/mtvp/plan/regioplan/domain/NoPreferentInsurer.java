package nl.mtvp.plan.regioplan.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** Regions of the plan have nobody to decide on it (D6). */
public class NoPreferentInsurer extends DomainFailure {

    public NoPreferentInsurer(List<String> regions) {
        super(
                Kind.CONFLICT,
                "no-preferent-insurer",
                "D6: the preferent insurers decide, and regions have none yet: " + regions,
                regions.stream()
                        .map(region -> Fault.inState(
                                region, "no-preferent-insurer", "region " + region + " has no preferent insurer yet"))
                        .toList());
    }
}
