package nl.mtvp.plan.regioplan.rest;

import java.util.List;
import java.util.UUID;
import nl.mtvp.plan.regioplan.domain.Regioplan;

/** A regioplan; what it says stands in its versions. */
public record RegioplanResponse(UUID id, String rho, String title, List<String> regions) {

    static RegioplanResponse of(Regioplan plan) {
        return new RegioplanResponse(plan.id(), plan.rho(), plan.title(), plan.regions());
    }
}
