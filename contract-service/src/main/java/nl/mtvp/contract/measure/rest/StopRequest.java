package nl.mtvp.contract.measure.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stop to be decided on. */
public record StopRequest(
        @NotNull
                @Schema(examples = "2023-11-15", description = "The first day on which the contract is not in force")
                @SchemeTime
                LocalDate stoppedFrom,
        @NotNull @Schema(examples = "2023-11-01", description = "The stop is not before this day") @SchemeTime
                LocalDate hearingOpenedOn,
        @NotBlank @Size(max = 4_000) String grounds)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return stoppedFrom == null || hearingOpenedOn == null
                ? List.of()
                : new Terms.Stop(stoppedFrom, hearingOpenedOn).foreseen(SuiteClock.day(now));
    }

    Terms toDomain() {
        return new Terms.Stop(stoppedFrom, hearingOpenedOn);
    }
}
