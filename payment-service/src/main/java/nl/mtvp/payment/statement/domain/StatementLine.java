package nl.mtvp.payment.statement.domain;

import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.run.domain.PaymentLine;

/**
 * A line of a statement, explained (D52, D53).
 *
 * @param bookedBeforeCents what was booked for this contract and quarter before the run, of the statement's component
 * @param bookedNowCents what the run books: the sum of its parts
 * @param explanation with the parts of the statement's component only
 */
public record StatementLine(PaymentLine line, long bookedBeforeCents, long bookedNowCents, Explanation explanation) {

    /** What is due for the contract and quarter, which is what is booked from now on. */
    public long dueCents() {
        return Math.addExact(bookedBeforeCents, bookedNowCents);
    }
}
