package nl.mtvp.payment.ion.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * An insurer's registrations on one peildatum, as announced and as they turned out (D38).
 *
 * @param quarter whose first day is the peildatum
 * @param contentDigest announced SHA-256 of the content as sent, in hexadecimal
 * @param knownFrom when an accepted delivery began to count; null before
 * @param knownUntil when a newer one replaced it; null while it counts
 * @param evidenceDigest SHA-256 of the Parquet file with the accepted lines
 * @param phase what is being done with it; null unless it is worked on
 * @param linesRead how many lines were read so far; null unless it is worked on
 * @param evidenceRemovedAt when the evidence was removed, long after it counted; null while it is kept
 * @param faultCode why the whole delivery was refused
 */
public record Delivery(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        long rowCount,
        String contentDigest,
        Compression compression,
        String announcedBy,
        Instant announcedAt,
        DeliveryStatus status,
        Long contentBytes,
        Instant completedAt,
        Instant knownFrom,
        Instant knownUntil,
        Long accepted,
        Long refused,
        Long duplicate,
        String evidenceDigest,
        Instant evidenceRemovedAt,
        DeliveryPhase phase,
        Long linesRead,
        String faultCode,
        String faultDetail,
        int attempts) {

    public boolean isFinished() {
        return status == DeliveryStatus.ACCEPTED || status == DeliveryStatus.REFUSED;
    }

    /** What is being done with a complete delivery. */
    public enum DeliveryPhase {
        READING,
        DECIDING,
        WRITING,
        COMPARING
    }

    /** The life of a delivery (D38): content comes in, is worked through, and counts or is refused as a whole. */
    public enum DeliveryStatus {
        RECEIVING,
        WORKING,
        ACCEPTED,
        REFUSED
    }

    /** How a delivery's content is packed on its way (D38). */
    public enum Compression {
        NONE,
        GZIP
    }
}
