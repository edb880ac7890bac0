package nl.mtvp.plan.region.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.plan.region.domain.Move;

/** Where a practice goes, and its first day there. */
public record MoveRequest(
        @NotBlank @Size(max = 40) @OneLine String region,
        @NotBlank @Size(max = 100) @OneLine String hub,
        @NotNull @SchemeTime LocalDate movesOn) {

    Move toDomain(Agb agb) {
        return new Move(agb, region, hub, movesOn);
    }
}
