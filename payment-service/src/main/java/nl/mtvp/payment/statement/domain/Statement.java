package nl.mtvp.payment.statement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import org.threeten.extra.YearQuarter;

/**
 * What one run of an insurer booked for one practice or one RHO (D52). It is about a posting, and never changes; only
 * how it was paid is told from the day on which it is.
 *
 * @param creditor {@code agb:01999901} or {@code rho:voorbeeld}, as in the ledger's accounts
 * @param agb null for an RHO
 * @param rho null for a practice
 * @param quarter the run's own quarter
 * @param lines about the practice, also those that book nothing; or in which the RHO's share moves
 * @param postingNumber the posting's place in the insurer's chain
 * @param remittance what the bank shows beside the first transfer to this creditor after it; null until there is one
 * @param executionOn the day of that transfer
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
        String head,
        String remittance,
        LocalDate executionOn) {

    /** The creditor's account in the ledger. */
    public String account() {
        return "creditor:" + uzovi + ":" + creditor;
    }

    /** Which part of a line's money it is about. */
    public Component component() {
        return rho == null ? Component.PRACTICE : Component.RHO;
    }

    /** Which statements are asked for; a null asks for all. */
    public record StatementQuery(Uzovi uzovi, Agb agb, String rho, YearQuarter quarter) {}

    /**
     * A line of a statement, explained (D52, D53).
     *
     * @param bookedBeforeCents what was booked for this contract and quarter before the run, of the statement's component
     * @param bookedNowCents what the run books: the sum of its parts
     * @param explanation with the parts of the statement's component only
     */
    public record StatementLine(
            PaymentLine line, long bookedBeforeCents, long bookedNowCents, Explanation explanation) {

        /** What is due for the contract and quarter, which is what is booked from now on. */
        public long dueCents() {
            return Math.addExact(bookedBeforeCents, bookedNowCents);
        }
    }
}
