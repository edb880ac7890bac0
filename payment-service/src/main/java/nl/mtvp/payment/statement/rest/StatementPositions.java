package nl.mtvp.payment.statement.rest;

import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.Page;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.StatementPosition;

/** Cursors of statements: posting and creditor. */
final class StatementPositions {

    private StatementPositions() {}

    static String of(Statement statement) {
        return statement.postingId() + " " + statement.creditor();
    }

    /** Null for the first page. */
    static StatementPosition after(String cursor) {
        var position = Page.after(cursor);
        if (position == null) {
            return null;
        }
        int space = position.indexOf(' ');
        try {
            if (space > 0) {
                return new StatementPosition(
                        UUID.fromString(position.substring(0, space)), position.substring(space + 1));
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
