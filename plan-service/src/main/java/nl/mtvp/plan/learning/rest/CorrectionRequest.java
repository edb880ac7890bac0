package nl.mtvp.plan.learning.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.learning.domain.Told;

/** A report anew, whole, in the place of the one with the number {@code corrects}; its lists may be empty. */
public record CorrectionRequest(
        @NotNull @Min(1) @Max(10_000) Integer corrects,
        @NotBlank @Size(max = 2_000) String reason,
        @NotNull @SchemeTime LocalDate heldOn,
        @NotNull @Size(max = 500) List<@NotNull Agb> practices,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 20) @OneLine String> interventions,
        @NotBlank @Size(max = 10_000) String insights)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Told.faults(heldOn, practices, interventions, SuiteClock.day(now));
    }

    Told toDomain() {
        return new Told(heldOn, practices, interventions, insights);
    }
}
