package nl.mtvp.plan.praktijkplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How far a practice is with an intervention of its plan, on a day (D13). */
public record Progress(
        UUID id, String code, Stage stage, LocalDate observedOn, String description, Instant recordedAt) {

    /** How far an intervention is. */
    public enum Stage {
        STARTED,
        UNDER_WAY,
        CARRIED_OUT,
        STOPPED
    }
}
