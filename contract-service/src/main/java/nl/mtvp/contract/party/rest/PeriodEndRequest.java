package nl.mtvp.contract.party.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of something that holds for a period. */
public record PeriodEndRequest(
        @NotNull @Schema(examples = "2025-01-01", description = "The first day on which it no longer holds") @SchemeTime
                LocalDate validUntil) {}
