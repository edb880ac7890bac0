package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The region of the practice has no regioplan in force, from which a praktijkplan is chosen (D8). */
public class RegioplanNeeded extends DomainFailure {

    public RegioplanNeeded(String region) {
        super(
                Kind.CONFLICT,
                "regioplan-needed",
                "D8: region " + region + " has no approved regioplan to choose from yet");
    }
}
