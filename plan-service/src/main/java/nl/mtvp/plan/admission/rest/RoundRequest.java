package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.SchemeTime;
import org.threeten.extra.YearQuarter;

/**
 * A round of admission to a region for a quarter.
 *
 * @param preferencesUntil the first day on which preferences are no longer taken; none is: until the freeze
 */
public record RoundRequest(
        @NotBlank @Size(max = 40) @OneLine String region,
        @NotNull @SchemeTime YearQuarter quarter,
        @SchemeTime LocalDate preferencesUntil) {}
