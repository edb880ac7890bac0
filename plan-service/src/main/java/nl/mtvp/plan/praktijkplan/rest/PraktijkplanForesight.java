package nl.mtvp.plan.praktijkplan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.Foresight;
import nl.mtvp.plan.praktijkplan.PraktijkplanVersionUseCases;
import nl.mtvp.plan.praktijkplan.domain.PlannedLines;

/** What else is wrong with a version that is written and cannot be read (D1, D8). */
@ApplicationScoped
class PraktijkplanForesight implements Foresight<PraktijkplanVersionRequest> {

    private static final PlannedLines.Line UNREAD = new PlannedLines.Line("", List.of(), null);

    private final PraktijkplanVersionUseCases versions;

    PraktijkplanForesight(PraktijkplanVersionUseCases versions) {
        this.versions = versions;
    }

    @Override
    public Class<PraktijkplanVersionRequest> of() {
        return PraktijkplanVersionRequest.class;
    }

    @Override
    public List<Fault> faults(PraktijkplanVersionRequest body) {
        var lines = body.interventions() == null ? List.<PlannedRequest>of() : body.interventions();
        return versions.faults(lines.stream()
                .map(line -> line == null || line.code() == null
                        ? UNREAD
                        : new PlannedLines.Line(line.code(), List.of(), null))
                .toList());
    }
}
