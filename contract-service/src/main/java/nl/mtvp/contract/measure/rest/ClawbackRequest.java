package nl.mtvp.contract.measure.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clawback to be decided on. */
public record ClawbackRequest(
        @NotNull UUID contractId,
        @NotNull @Schema(examples = "2023-10-01") @SchemeTime LocalDate clawedBackFrom,
        @NotNull @Schema(examples = "2023-11-15") @SchemeTime LocalDate clawedBackUntil,
        @NotNull @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE) @Schema(examples = "100")
                String percentage,
        @NotBlank @Size(max = 4_000) String grounds)
        implements Foreseen {

    /** Above 0 and up to 100, with at most two decimals. */
    public static final String PERCENTAGE = "^(?!0+(\\.0+)?$)(100(\\.0{1,2})?|[0-9]{1,2}(\\.[0-9]{1,2})?)$";

    @Override
    public List<Fault> foreseen(Instant now) {
        return foreseen(clawedBackFrom, clawedBackUntil, SuiteClock.day(now));
    }

    /** What is wrong with a period whichever contract it is of; nothing while one of its days could not be read. */
    public static List<Fault> foreseen(LocalDate clawedBackFrom, LocalDate clawedBackUntil, LocalDate today) {
        return clawedBackFrom == null || clawedBackUntil == null
                ? List.of()
                : new Terms.Clawback(clawedBackFrom, clawedBackUntil, null).foreseen(today);
    }

    Terms toDomain() {
        return new Terms.Clawback(clawedBackFrom, clawedBackUntil, new Percentage(percentage));
    }
}
