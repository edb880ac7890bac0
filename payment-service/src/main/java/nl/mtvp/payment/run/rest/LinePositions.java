package nl.mtvp.payment.run.rest;

import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.Page;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.run.domain.LinePosition;
import nl.mtvp.payment.run.domain.PaymentLine;

/** Cursors of a run's lines: contract and quarter. */
final class LinePositions {

    private LinePositions() {}

    static String of(PaymentLine line) {
        return line.contractId() + " " + line.facts().quarter();
    }

    /** Null for the first page. */
    static LinePosition after(String cursor) {
        var position = Page.after(cursor);
        if (position == null) {
            return null;
        }
        var words = position.split(" ");
        try {
            if (words.length == 2) {
                return new LinePosition(UUID.fromString(words[0]), Quarters.of(words[1]));
            }
        } catch (IllegalArgumentException foreign) {
            throw foreignCursor();
        }
        throw foreignCursor();
    }

    private static InvalidInput foreignCursor() {
        return new InvalidInput(Fault.inQuery(
                "cursor", "malformed", "take the cursor from the Link header of the page before; it is opaque"));
    }
}
