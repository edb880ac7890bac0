package nl.mtvp.payment.payout.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A transfer that came back. */
public record PayoutReturnRequest(
        @NotNull
                @Min(1)
                @Max(10_000_000)
                @Schema(description = "The line's number in the payout, the last part of the end-to-end id")
                Long number,
        @NotNull @Schema(description = "The day on which the money was back") @SchemeTime LocalDate returnedOn,
        @NotBlank
                @Size(max = 500)
                @Schema(description = "What the bank says, such as its code", examples = "AC04 closed")
                String reason)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return returnedOn != null && returnedOn.isAfter(SuiteClock.day(now))
                ? List.of(Fault.inBody("/returnedOn", "not-possible", "money is back on a day that has come (D50)"))
                : List.of();
    }
}
