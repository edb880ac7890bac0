package nl.mtvp.plan.praktijkplan.rest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import nl.mtvp.kernel.rest.body.Foresight;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.rest.PraktijkplanVersionResource.PraktijkplanVersionRequest;

/** What else is wrong with a praktijkplan that cannot be read. */
class PraktijkplanForesight {

    private static final Planned.Line UNREAD = new Planned.Line("", List.of(), null);

    /** Of a version that is written (D1). */
    @Produces
    @Singleton
    static Foresight<PraktijkplanVersionRequest> ofVersions(PraktijkplanUseCases praktijkplannen) {
        return new Foresight<>(
                PraktijkplanVersionRequest.class,
                body -> body.interventions() == null
                        ? List.of()
                        : praktijkplannen.faults(body.interventions().stream()
                                .map(PraktijkplanForesight::asFarAsRead)
                                .toList()));
    }

    private static Planned.Line asFarAsRead(PlannedRequest line) {
        return line == null || line.code() == null ? UNREAD : new Planned.Line(line.code(), List.of(), null);
    }
}
