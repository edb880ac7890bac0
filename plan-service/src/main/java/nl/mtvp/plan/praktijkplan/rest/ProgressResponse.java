package nl.mtvp.plan.praktijkplan.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.plan.praktijkplan.domain.Progress;

/** An entry of a praktijkplan's progress. */
public record ProgressResponse(
        UUID id, String code, Progress.Stage stage, LocalDate observedOn, String description, Instant recordedAt) {

    static ProgressResponse of(Progress entry) {
        return new ProgressResponse(
                entry.id(), entry.code(), entry.stage(), entry.observedOn(), entry.description(), entry.recordedAt());
    }
}
