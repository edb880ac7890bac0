package nl.mtvp.payment.audit.domain;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.payment.audit.domain.AuditRecord.SealedRecord;

/**
 * Follows the chain of records, one after another, and notes whatever does not fit. Each head is over the one before and
 * the record's digest, as in the ledger (D48).
 */
public final class AuditChain {

    /** The head before the first record. */
    public static final String GENESIS = "0".repeat(64);

    private static final int BREAKS_MAX = 100;

    private final List<Break> breaks = new ArrayList<>();
    private final String publishedHead;
    private String head = GENESIS;
    private long position;
    private boolean found;

    /** @param publishedHead a head that somebody was told, which must stand in the chain; null when nobody was */
    public AuditChain(String publishedHead) {
        this.publishedHead = publishedHead;
        this.found = publishedHead == null || publishedHead.equals(GENESIS);
    }

    /** What is wrong at one place of the chain. */
    public record Break(long position, String code, String detail) {}

    public static String digest(AuditRecord audit) {
        return Digests.hex(Digests.sha256(CanonicalJson.bytes(audit)));
    }

    public static String head(String previousHead, String digest) {
        return Digests.hex(Digests.sha256(HexFormat.of().parseHex(previousHead + digest)));
    }

    public void add(SealedRecord sealed) {
        position++;
        if (sealed.position() != position) {
            note(position, "missing", "record " + position + " is not there");
            position = sealed.position();
        }
        if (sealed.audit() == null) {
            note(position, "missing", "the record that was sealed is not there");
        } else if (!digest(sealed.audit()).equals(sealed.digest())) {
            note(position, "record-changed", "the record is not the one that was sealed");
        }
        if (!sealed.previousHead().equals(head) || !sealed.head().equals(head(head, sealed.digest()))) {
            note(position, "chain-broken", "the head does not follow from the one before");
        }
        head = sealed.head();
        found = found || head.equals(publishedHead);
    }

    private void note(long at, String code, String detail) {
        if (breaks.size() < BREAKS_MAX) {
            breaks.add(new Break(at, code, detail));
        }
    }

    /** The first hundred breaks, when everything was added; empty when the chain holds. */
    public List<Break> breaks() {
        var all = new ArrayList<>(breaks);
        if (!found) {
            all.add(new Break(
                    position + 1, "tail-missing", "the published head is not in the chain: what was recorded is gone"));
        }
        return List.copyOf(all);
    }

    public String head() {
        return head;
    }

    /** The place of the last record that was added. */
    public long position() {
        return position;
    }
}
