package nl.mtvp.plan.learning.rest;

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

/** The report of a meeting that was held. */
public record MeetingRequest(
        @NotNull @Size(max = 40) @OneLine String region,
        @NotNull @SchemeTime LocalDate heldOn,
        @NotNull @Size(min = 1, max = 500) List<@NotNull Agb> practices,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Size(max = 20) @OneLine String> interventions,
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
