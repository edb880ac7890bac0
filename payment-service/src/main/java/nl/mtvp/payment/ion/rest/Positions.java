package nl.mtvp.payment.ion.rest;

import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.Page;

/** Cursors of lists that are in the order of a number. */
final class Positions {

    private static final String NUMBER = "[0-9]{1,18}";

    private Positions() {}

    /** The number after which the page begins; zero for the first page. */
    static long number(String cursor) {
        var position = Page.after(cursor);
        if (position == null) {
            return 0;
        }
        if (!position.matches(NUMBER)) {
            throw new InvalidInput(Fault.inQuery(
                    "cursor", "malformed", "take the cursor from the Link header of the page before; it is opaque"));
        }
        return Long.parseLong(position);
    }
}
