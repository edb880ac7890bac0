package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.plan.admission.db.AdmissionRepository;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.domain.Turn;
import org.jdbi.v3.core.Handle;

/** Records the outcome of a round: the turn of each lot, who is admitted, and an event for each of them (D20, D21). */
@ApplicationScoped
class Admissions {

    private final DrawRepository draws;
    private final AdmissionRepository admissions;
    private final Events events;

    Admissions(DrawRepository draws, AdmissionRepository admissions, Events events) {
        this.draws = draws;
        this.admissions = admissions;
        this.events = events;
    }

    /** @param draw null when the round had none */
    void admit(Handle tx, UUID round, UUID draw, List<Turn> turns, Instant now) {
        draws.addTurns(tx, round, draw, turns);
        var admitted = admissions.admit(tx, round, draw, now);
        events.publish(tx, admitted.stream().map(AdmissionEvents::admitted).toList(), now);
    }
}
