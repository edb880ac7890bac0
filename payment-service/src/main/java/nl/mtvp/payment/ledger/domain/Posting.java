package nl.mtvp.payment.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import org.threeten.extra.YearQuarter;

/**
 * The seal over the entries of one booking: their digest, and the head of the insurer's chain after it (D48).
 *
 * @param number its place in the insurer's chain, from 1
 * @param runId the run that it books, and the quarter of that run; null for a settlement
 * @param digest SHA-256 over the entries' canonical lines, in hexadecimal
 */
public record Posting(
        UUID id,
        Uzovi uzovi,
        long number,
        PostingKind kind,
        UUID runId,
        YearQuarter quarter,
        long entries,
        String digest,
        String previousHead,
        String head,
        Instant bookedAt) {

    /**
     * What changes when one is added, and only then.
     *
     * @param more whether others follow these
     */
    public static String digestOfHeads(List<Posting> postings, boolean more) {
        var heads = String.join(" ", postings.stream().map(Posting::head).toList()) + (more ? " +" : "");
        return Digests.hex(Digests.sha256(heads.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What a posting books (D48). */
    public enum PostingKind {
        /** The proposal of a run. */
        RUN,
        /** What happens to a creditor's balance afterwards: paid out, returned, collected, moved to a successor (D50). */
        SETTLEMENT,
        /** What mends a booking that neither of them does; nothing in this service makes one. */
        CORRECTION
    }
}
