package nl.mtvp.plan.region.rest;

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
import nl.mtvp.plan.region.domain.Move;

/** Where a practice goes, and its first day there. */
public record MoveRequest(
        @NotBlank @Size(max = 40) @OneLine String region,
        @NotBlank @Size(max = 100) @OneLine String hub,
        @NotNull @SchemeTime LocalDate movesOn)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Move.faults(movesOn, SuiteClock.day(now));
    }

    Move toDomain(Agb agb) {
        return new Move(agb, region, hub, movesOn);
    }
}
