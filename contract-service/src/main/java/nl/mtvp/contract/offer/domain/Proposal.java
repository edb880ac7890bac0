package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an insurer wants to offer a practice.
 *
 * @param expiresAt the first moment at which it can no longer be accepted
 * @param tariffSeries the insurer's name for the tariffs that the contract follows
 * @param textVersion the insurer's name for the contract's text
 */
public record Proposal(
        Uzovi uzovi, Agb agb, LocalDate startsOn, Instant expiresAt, String tariffSeries, String textVersion) {

    public Proposal {
        Present.all(uzovi, agb, startsOn, expiresAt, tariffSeries, textVersion);
    }

    /** Everything about the proposal itself that makes it impossible, at this moment and ever after (D25, D28). */
    public List<Fault> faults(Instant now) {
        return faults(startsOn, expiresAt, now);
    }

    /** The same, of what is known of one. */
    public static List<Fault> faults(LocalDate startsOn, Instant expiresAt, Instant now) {
        var faults = new ArrayList<>(startsOn == null ? List.<Fault>of() : IntendedStart.faults(startsOn));
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            faults.add(Fault.inBody(
                    "/expiresAt", "already-expired", "an offer must be open for some time: expire it later (D25)"));
        }
        return faults;
    }

    /** The same with another expiry. */
    Proposal until(Instant moment) {
        return new Proposal(uzovi, agb, startsOn, moment, tariffSeries, textVersion);
    }

    public Pair pair() {
        return new Pair(uzovi, agb);
    }
}
