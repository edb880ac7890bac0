package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.admission.domain.Round;
import org.threeten.extra.YearQuarter;

/**
 * A round of admission to a region for a quarter.
 *
 * @param preferencesUntil the first day on which preferences are no longer taken; none is: until the freeze
 */
public record RoundRequest(
        @NotBlank @Size(max = 40) @OneLine String region,
        @NotNull @SchemeTime YearQuarter quarter,
        @SchemeTime LocalDate preferencesUntil)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Round.faults(quarter, preferencesUntil, SuiteClock.day(now));
    }
}
