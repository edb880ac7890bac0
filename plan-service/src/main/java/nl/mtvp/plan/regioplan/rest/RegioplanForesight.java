package nl.mtvp.plan.regioplan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.Foresight;
import nl.mtvp.plan.regioplan.RegioplanUseCases;

/** What else is wrong with a version that is written and cannot be read (D1). */
@ApplicationScoped
class RegioplanForesight implements Foresight<VersionRequest> {

    private final RegioplanUseCases regioplannen;

    RegioplanForesight(RegioplanUseCases regioplannen) {
        this.regioplannen = regioplannen;
    }

    @Override
    public Class<VersionRequest> of() {
        return VersionRequest.class;
    }

    @Override
    public List<Fault> faults(VersionRequest body) {
        return regioplannen
                .selected(SelectionRequest.asFarAsRead(body.interventions()))
                .faults();
    }
}
