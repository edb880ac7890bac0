package nl.mtvp.payment.ledger.domain;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.mtvp.kernel.json.Digests;

/**
 * An insurer's chain of postings, each head over the one before and the posting's digest (D48). Any entry that was
 * changed, added, removed or put elsewhere breaks it; a tail that was cut off shows against a head that was published.
 */
public final class Chain {

    /** The head before the first posting. */
    public static final String GENESIS = "0".repeat(64);

    private Chain() {}

    /**
     * A posting with what its entries come to when counted and digested anew.
     *
     * @param misplaced the first number at which another entry stands, or none; null when each is in its place
     */
    public record Recomputed(Posting posting, long entries, String digest, Long misplaced) {

        /** Whether these are the entries that were sealed. */
        public boolean holds() {
            return misplaced == null && entries == posting.entries() && digest.equals(posting.digest());
        }
    }

    /**
     * What is wrong at one place of the chain.
     *
     * @param number of the posting
     * @param entry the number of the entry in it; null when that cannot be told
     */
    public record Break(long number, Long entry, String code, String detail) {}

    /** {@code SHA-256(previous head || digest)}, all in hexadecimal. */
    public static String head(String previousHead, String digest) {
        return Digests.hex(Digests.sha256(HexFormat.of().parseHex(previousHead + digest)));
    }

    /**
     * Everything that is wrong; empty when the chain holds.
     *
     * @param publishedHead a head that somebody was told, which must stand in the chain; null when nobody was
     */
    public static List<Break> breaks(List<Recomputed> postings, String publishedHead) {
        var breaks = new ArrayList<Break>();
        var head = GENESIS;
        long number = 0;
        boolean found = publishedHead == null || publishedHead.equals(GENESIS);
        for (var recomputed : postings) {
            var posting = recomputed.posting();
            number++;
            if (posting.number() != number) {
                breaks.add(new Break(number, null, "missing", "posting " + number + " is not there"));
                number = posting.number();
            }
            if (!recomputed.holds()) {
                breaks.add(new Break(
                        number,
                        recomputed.misplaced(),
                        "entries-changed",
                        "the entries are not those that were sealed"));
            }
            if (!posting.previousHead().equals(head) || !posting.head().equals(head(head, posting.digest()))) {
                breaks.add(new Break(number, null, "chain-broken", "the head does not follow from the one before"));
            }
            head = posting.head();
            found = found || head.equals(publishedHead);
        }
        if (!found) {
            breaks.add(new Break(
                    number + 1,
                    null,
                    "tail-missing",
                    "the published head is not in the chain: what was booked is gone"));
        }
        return List.copyOf(breaks);
    }
}
