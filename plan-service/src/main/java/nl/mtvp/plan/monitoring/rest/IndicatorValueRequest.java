package nl.mtvp.plan.monitoring.rest;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.monitoring.domain.Delivered;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value of an indicator for a year; as CSV, a line of a file with these columns. */
public record IndicatorValueRequest(
        @NotNull @Size(max = 40) @OneLine @Schema(examples = "CONSULTS") String indicator,
        Agb agb,
        @Size(max = 40) @OneLine String region,
        @NotNull @Min(2000) @Max(2100) @Schema(examples = "2023") Integer year,
        @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 4) @Schema(examples = "18940") BigDecimal numerator,
        @NotNull
                @DecimalMin(value = "0", inclusive = false)
                @Digits(integer = 12, fraction = 4)
                @Schema(examples = "4210")
                BigDecimal denominator,
        Boolean baseline)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return year == null
                ? List.of()
                : Delivered.faults(year, SuiteClock.day(now).getYear());
    }

    Delivered toDomain() {
        return new Delivered(indicator, agb, region, year, numerator, denominator, Boolean.TRUE.equals(baseline));
    }
}
