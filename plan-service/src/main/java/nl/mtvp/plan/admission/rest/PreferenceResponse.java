package nl.mtvp.plan.admission.rest;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.domain.StatedPreference;
import org.threeten.extra.YearQuarter;

/** What a practice stated last; {@code laterQuarter} is null when it starts with its hub. */
public record PreferenceResponse(Agb agb, boolean takesPart, YearQuarter laterQuarter) {

    static PreferenceResponse of(StatedPreference stated) {
        return new PreferenceResponse(
                stated.agb(),
                stated.preference().takesPart(),
                stated.preference().laterQuarter());
    }
}
