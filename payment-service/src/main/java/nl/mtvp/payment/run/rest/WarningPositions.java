package nl.mtvp.payment.run.rest;

import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.Page;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.WarningKind;
import nl.mtvp.payment.run.domain.WarningPosition;

/** Cursors of a run's warnings: kind and subject. */
final class WarningPositions {

    private WarningPositions() {}

    static String of(RunWarning warning) {
        return warning.kind() + " " + warning.subject();
    }

    /** Null for the first page. */
    static WarningPosition after(String cursor) {
        var position = Page.after(cursor);
        if (position == null) {
            return null;
        }
        int space = position.indexOf(' ');
        try {
            return new WarningPosition(
                    WarningKind.valueOf(position.substring(0, Math.max(space, 0))), position.substring(space + 1));
        } catch (IllegalArgumentException foreign) {
            throw new InvalidInput(Fault.inQuery(
                    "cursor", "malformed", "take the cursor from the Link header of the page before; it is opaque"));
        }
    }
}
