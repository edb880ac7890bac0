package nl.mtvp.plan.praktijkplan.rest;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;

/** A praktijkplan; what it says stands in its versions. */
public record PraktijkplanResponse(UUID id, Agb agb, String region, String rho) {

    static PraktijkplanResponse of(Praktijkplan plan) {
        return new PraktijkplanResponse(plan.id(), plan.agb(), plan.region(), plan.rho());
    }
}
