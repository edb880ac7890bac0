package nl.mtvp.plan.admission.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.failure.DomainFailure;

/** The round would freeze while practices may still state what they want (D17). */
public class PreferencesStillTaken extends DomainFailure {

    public PreferencesStillTaken(LocalDate until) {
        super(
                Kind.CONFLICT,
                "preferences-still-taken",
                "D17: preferences are taken until " + until + "; freeze the round from that day on");
    }
}
