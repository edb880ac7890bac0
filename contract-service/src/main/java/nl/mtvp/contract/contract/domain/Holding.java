package nl.mtvp.contract.contract.domain;

import java.time.LocalDate;
import java.util.Optional;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Days on which a practice holds a contract with an insurer; a pair's never overlap (D29).
 *
 * @param until exclusive; absent while no end is known
 */
public record Holding(Uzovi uzovi, Agb agb, LocalDate from, Optional<LocalDate> until) {

    /** Whether a contract from this day on would meet these days (D29). */
    public boolean coversAnyDayFrom(LocalDate day) {
        return until.map(end -> end.isAfter(day)).orElse(true);
    }
}
