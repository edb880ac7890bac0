package nl.mtvp.plan.praktijkplan.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;

/** How far a practice is with an intervention of its plan, on a day (D13). */
@Embeddable
public record Progress(
        UUID id,
        String code,
        @Enumerated(EnumType.STRING) Stage stage,
        LocalDate observedOn,
        String description,
        Instant recordedAt) {

    /** How far an intervention is. */
    public enum Stage {
        STARTED,
        UNDER_WAY,
        CARRIED_OUT,
        STOPPED
    }

    /** That it is told before it can be; of a day that could not be read nothing is said. */
    public static List<Fault> faults(LocalDate observedOn, LocalDate today) {
        return observedOn != null && observedOn.isAfter(today)
                ? List.of(Fault.inBody("/observedOn", "in-the-future", "D13: progress is told once it is there"))
                : List.of();
    }
}
