package nl.mtvp.contract.administrative.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.offer.domain.IntendedStart;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an insurer and a practice agreed elsewhere and before, in the words that are to be recorded (D25).
 *
 * @param reference the insurer's name for the agreement in its own archive
 */
@Embeddable
public record Agreement(
        Uzovi uzovi,
        Agb agb,
        LocalDate startsOn,
        LocalDate agreedOn,
        String reference,
        String grounds,
        String tariffSeries,
        String textVersion) {

    public Agreement {
        Present.all(uzovi, agb, startsOn, agreedOn, reference, grounds, tariffSeries, textVersion);
    }

    /** @throws InvalidInput naming everything about it that no change in the world could mend (D25, D28) */
    public void require(LocalDate today) {
        InvalidInput.ifAny(faults(startsOn, agreedOn, today));
    }

    /** The same; of a day that could not be read nothing is said. */
    public static List<Fault> faults(LocalDate startsOn, LocalDate agreedOn, LocalDate today) {
        var faults = new ArrayList<>(startsOn == null ? List.of() : IntendedStart.faults(startsOn));
        if (agreedOn != null && agreedOn.isAfter(today)) {
            faults.add(Fault.inBody(
                    "/agreedOn", "not-yet", "an administrative contract records an earlier agreement (D25)"));
        }
        return faults;
    }
}
