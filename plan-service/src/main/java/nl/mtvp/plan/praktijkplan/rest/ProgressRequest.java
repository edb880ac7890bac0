package nl.mtvp.plan.praktijkplan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases.Told;
import nl.mtvp.plan.praktijkplan.domain.Progress;

/** How far a practice is with an intervention of its plan. */
public record ProgressRequest(
        @NotNull @Size(max = 20) @OneLine String code,
        @NotNull Progress.Stage stage,
        @NotNull @SchemeTime LocalDate observedOn,
        @NotBlank @Size(max = 5_000) String description)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Progress.faults(observedOn, SuiteClock.day(now));
    }

    Told toDomain() {
        return new Told(code, stage, observedOn, description);
    }
}
