package nl.mtvp.payment.run.domain;

import java.util.UUID;
import org.threeten.extra.YearQuarter;

/**
 * Something that a recomputation gives otherwise than it was kept.
 *
 * @param kept null when nothing was
 * @param recomputed null when nothing is
 */
public record RecomputedDifference(Kind kind, UUID contractId, YearQuarter quarter, String kept, String recomputed) {

    /** What differs. */
    public enum Kind {
        /** The run's line. */
        LINE,
        /** What was booked for it. */
        ENTRIES,
        /** What the ledger said before the run is not what the lines posted before it say. */
        BOOKS
    }
}
