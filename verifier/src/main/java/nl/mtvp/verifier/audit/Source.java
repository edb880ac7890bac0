package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a fact came from and when it was known (D53, D54).
 *
 * @param sourceKnownAt null when payment-service itself is the source
 */
record Source(UUID id, Instant knownAt, Instant sourceKnownAt) {

    /** As a line keeps it. */
    static Source read(Row row) {
        return new Source(row.id("id"), row.moment("knownAt"), row.orNull("sourceKnownAt", row::moment));
    }
}
