package nl.mtvp.payment.ion.domain;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/**
 * A line that does not count.
 *
 * @param line its number in the file; the header is line 1
 * @param pseudonym only if it has a pseudonym's form; else null
 * @param agb only if it has an AGB's form; else null
 * @param reason where a malformed line goes wrong, what stands there and what is wanted; null of the others
 */
public record RefusedLine(long line, LineCode code, UUID pseudonym, Agb agb, String reason) {

    /** Why it does not count, as a sentence. */
    public String sentence() {
        return reason == null ? code.sentence() : reason;
    }
}
