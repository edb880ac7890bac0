package nl.mtvp.payment.ledger.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.Page;
import nl.mtvp.payment.ledger.domain.EntryPosition;
import nl.mtvp.payment.ledger.domain.LedgerEntry;

/** Cursors of ledger entries: booking moment, posting and number. */
final class EntryPositions {

    private EntryPositions() {}

    static String of(LedgerEntry entry) {
        return entry.bookedAt() + " " + entry.postingId() + " " + entry.number();
    }

    /** Null for the first page. */
    static EntryPosition after(String cursor) {
        var position = Page.after(cursor);
        if (position == null) {
            return null;
        }
        var words = position.split(" ");
        try {
            if (words.length == 3) {
                return new EntryPosition(Instant.parse(words[0]), UUID.fromString(words[1]), Long.parseLong(words[2]));
            }
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw foreignCursor();
        }
        throw foreignCursor();
    }

    private static InvalidInput foreignCursor() {
        return new InvalidInput(Fault.inQuery(
                "cursor", "malformed", "take the cursor from the Link header of the page before; it is opaque"));
    }
}
