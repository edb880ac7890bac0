package nl.mtvp.contract.ending.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.ending.domain.EndingKind;
import nl.mtvp.contract.ending.domain.EndingTerms;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An end to be recorded. */
public record EndingRequest(
        @NotNull @Schema(examples = "NOTICE") EndingKind kind,
        @NotNull
                @Schema(examples = "2024-07-01", description = "The first day on which the contract is not in force")
                @SchemeTime
                LocalDate endedFrom,
        @NotBlank @Size(max = 4_000) String grounds)
        implements Foreseen {

    /** What both sides are refused; a practice may tell more. */
    @Override
    public List<Fault> foreseen(Instant now) {
        return EndingTerms.foreseen(kind, Side.PRACTICE, endedFrom, SuiteClock.day(now));
    }

    EndingTerms toDomain(Side toldBy) {
        return new EndingTerms(kind, toldBy, endedFrom);
    }

    /** Why an end is taken back. */
    public record EndingWithdrawalRequest(
            @NotBlank @Size(max = 4_000) @Schema(examples = "a successor was found") String reason) {}
}
