package nl.mtvp.plan.praktijkplan.rest;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan.InForce;

/** A praktijkplan; what it says stands in its versions, of which {@code inForce} names those that count, by year. */
public record PraktijkplanResponse(UUID id, Agb agb, String region, String rho, List<InForce> inForce) {

    static PraktijkplanResponse of(Praktijkplan plan) {
        return new PraktijkplanResponse(plan.id(), plan.agb(), plan.region(), plan.rho(), plan.inForce());
    }
}
