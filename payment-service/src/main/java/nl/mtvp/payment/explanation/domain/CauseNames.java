package nl.mtvp.payment.explanation.domain;

import nl.mtvp.payment.entitlement.domain.Cause;

/** What a cause is called where a person reads it. */
public final class CauseNames {

    private CauseNames() {}

    public static Sentence of(Cause cause) {
        return switch (cause) {
            case REGULAR -> new Sentence("Reguliere betaling", "Regular payment");
            case RETROACTIVE -> new Sentence("Betaling met terugwerkende kracht", "Retroactive payment");
            case ION_CORRECTION -> new Sentence("Correctie van inschrijvingen", "Correction of registrations");
            case TARIFF_REVISION -> new Sentence("Herziening van het tarief", "Revision of the tariff");
            case COVERAGE -> new Sentence("Wijziging van de looptijd", "Change of the days in force");
            case CLAWBACK -> new Sentence("Terugvordering of intrekking ervan", "Clawback or its withdrawal");
            case OFFSET -> new Sentence("Aftrek voor een oudere afspraak", "Deduction for an older agreement");
            case SHARE -> new Sentence("Aandeel van de RHO", "Share of the RHO");
        };
    }
}
