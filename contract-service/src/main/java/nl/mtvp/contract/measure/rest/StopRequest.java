package nl.mtvp.contract.measure.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stop to be decided on. */
public record StopRequest(
        @NotNull
                @Schema(examples = "2023-11-15", description = "The first day on which the contract is not in force")
                @SchemeTime
                LocalDate stoppedFrom,
        @NotNull @Schema(examples = "2023-11-01", description = "The stop is not before this day") @SchemeTime
                LocalDate hearingOpenedOn,
        @NotBlank @Size(max = 4_000) String grounds) {

    Terms toDomain() {
        return new Terms.Stop(stoppedFrom, hearingOpenedOn);
    }
}
