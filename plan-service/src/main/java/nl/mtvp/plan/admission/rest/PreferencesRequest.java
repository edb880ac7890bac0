package nl.mtvp.plan.admission.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.plan.admission.domain.StatedPreference;
import org.threeten.extra.YearQuarter;

/** What practices want, to be taken all or none. */
public record PreferencesRequest(@NotEmpty @Size(max = 2_000) List<@NotNull @Valid PreferenceLine> preferences)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return preferences == null ? List.of() : StatedPreference.faults(toDomain());
    }

    /** A practice takes part or not, with its hub (no quarter) or not before a later quarter. */
    public record PreferenceLine(
            @NotNull Agb agb, @NotNull Boolean takesPart, @SchemeTime(from = "2023-04-01") YearQuarter laterQuarter) {}

    /** Each line at its place, also where it cannot be read: what is not said is no yes, and contradicts nothing. */
    List<StatedPreference.Line> toDomain() {
        return preferences.stream()
                .map(line -> line == null || line.takesPart() == null
                        ? new StatedPreference.Line(line == null ? null : line.agb(), false, null)
                        : new StatedPreference.Line(line.agb(), line.takesPart(), line.laterQuarter()))
                .toList();
    }
}
