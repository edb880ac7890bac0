package nl.mtvp.payment.export.domain;

import java.time.Instant;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Of whom and as known when an export is.
 *
 * @param uzovi null asks for every insurer that may be seen
 */
public record ExportQuery(Uzovi uzovi, Instant knownAt) {

    /**
     * How far an insurer's chain goes in an export (D48).
     *
     * @param postings how many there are; 0 when nothing is booked
     * @param head after the last of them
     */
    public record ExportedChain(Uzovi uzovi, long postings, String head) {}

    /** The kinds of data of an auditor's export: each is a file of one JSON object a line. */
    public enum Exported {
        /** Everything that decides what is due, with both of its dates. */
        FACTS,
        /** The posted runs. */
        RUNS,
        /** What the posted runs say of each contract and quarter. */
        LINES,
        /** The seals. */
        POSTINGS,
        ENTRIES
    }
}
