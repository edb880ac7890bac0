package nl.mtvp.plan.admission.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.plan.admission.domain.PreferenceLines;
import org.threeten.extra.YearQuarter;

/** What practices want, to be taken all or none. */
public record PreferencesRequest(@NotEmpty @Size(max = 2_000) List<@NotNull @Valid PreferenceLine> preferences) {

    /** A practice takes part or not, with its hub (no quarter) or not before a later quarter. */
    public record PreferenceLine(
            @NotNull Agb agb, @NotNull Boolean takesPart, @SchemeTime(from = "2023-04-01") YearQuarter laterQuarter) {}

    List<PreferenceLines.Line> toDomain() {
        return preferences.stream()
                .map(line -> new PreferenceLines.Line(line.agb(), line.takesPart(), line.laterQuarter()))
                .toList();
    }
}
