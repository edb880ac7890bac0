package nl.mtvp.plan.praktijkplan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases.Told;
import nl.mtvp.plan.praktijkplan.domain.Progress;

/** How far a practice is with an intervention of its plan. */
public record ProgressRequest(
        @NotNull @Size(max = 20) @OneLine String code,
        @NotNull Progress.Stage stage,
        @NotNull @SchemeTime LocalDate observedOn,
        @NotBlank @Size(max = 5_000) String description) {

    Told toDomain() {
        return new Told(code, stage, observedOn, description);
    }
}
