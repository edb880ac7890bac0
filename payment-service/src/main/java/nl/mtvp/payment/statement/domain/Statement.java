package nl.mtvp.payment.statement.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Component;
import org.threeten.extra.YearQuarter;

/**
 * What one run of an insurer booked for one practice or one RHO (D52). It never changes: it is about a posting.
 *
 * @param creditor {@code agb:01999901} or {@code rho:voorbeeld}, as in the ledger's accounts
 * @param agb null for an RHO
 * @param rho null for a practice
 * @param quarter the run's own quarter
 * @param lines about the practice, also those that book nothing; or in which the RHO's share moves
 * @param postingNumber the posting's place in the insurer's chain
 */
public record Statement(
        UUID postingId,
        UUID runId,
        Uzovi uzovi,
        String creditor,
        Agb agb,
        String rho,
        YearQuarter quarter,
        long lines,
        Euro total,
        Instant bookedAt,
        long postingNumber,
        String digest,
        String previousHead,
        String head) {

    /** The creditor's account in the ledger. */
    public String account() {
        return "creditor:" + uzovi + ":" + creditor;
    }

    /** Which part of a line's money it is about. */
    public Component component() {
        return rho == null ? Component.PRACTICE : Component.RHO;
    }
}
