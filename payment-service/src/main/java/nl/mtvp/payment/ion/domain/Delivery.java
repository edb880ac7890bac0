package nl.mtvp.payment.ion.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * An insurer's registrations on one peildatum, as announced, and what became of them so far (D38).
 *
 * @param quarter whose first day is the peildatum
 * @param contentDigest announced SHA-256 of the content as sent, in hexadecimal
 * @param attempts how often the work on it failed for a reason of ours
 */
public record Delivery(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        long rowCount,
        String contentDigest,
        Compression compression,
        Deed announced,
        int attempts,
        State state) {

    /** The life of a delivery (D38): content comes in, is worked through, and counts or is refused as a whole. */
    public sealed interface State {}

    /** Content comes in. */
    public record Receiving() implements State {}

    /** All of its content is here. */
    public sealed interface Complete extends State {

        long contentBytes();

        Instant completedAt();
    }

    /**
     * It waits for work, or is worked through.
     *
     * @param phase what is being done with it; empty while it waits
     * @param linesRead how many lines were read so far
     */
    public record Working(long contentBytes, Instant completedAt, Optional<DeliveryPhase> phase, long linesRead)
            implements Complete {}

    /**
     * Its accepted lines count, or counted.
     *
     * @param knownUntil when a newer one replaced it; empty while it counts
     * @param evidenceDigest SHA-256 of the Parquet file with the accepted lines
     * @param evidenceRemovedAt when the evidence was removed, long after it counted; empty while it is kept
     */
    public record Accepted(
            long contentBytes,
            Instant completedAt,
            Instant knownFrom,
            Optional<Instant> knownUntil,
            long accepted,
            long refused,
            long duplicate,
            String evidenceDigest,
            Optional<Instant> evidenceRemovedAt)
            implements Complete {}

    /** It was refused as a whole, for what is wrong with its file. */
    public record Refused(long contentBytes, Instant completedAt, String faultCode, String faultDetail)
            implements Complete {}

    /** Its state, if it is this one. */
    public <S extends State> Optional<S> as(Class<S> wanted) {
        return Optional.of(state).filter(wanted::isInstance).map(wanted::cast);
    }

    public boolean isFinished() {
        return state instanceof Accepted || state instanceof Refused;
    }

    /** What is being done with a complete delivery. */
    public enum DeliveryPhase {
        READING,
        DECIDING,
        WRITING,
        COMPARING
    }

    /** The states by their names. */
    public enum DeliveryStatus {
        RECEIVING(Receiving.class),
        WORKING(Working.class),
        ACCEPTED(Accepted.class),
        REFUSED(Refused.class);

        private final Class<? extends State> state;

        DeliveryStatus(Class<? extends State> state) {
            this.state = state;
        }

        /** What a delivery of this status is, and has. */
        public Class<? extends State> state() {
            return state;
        }
    }

    public DeliveryStatus status() {
        return Arrays.stream(DeliveryStatus.values())
                .filter(status -> status.state.isInstance(state))
                .findFirst()
                .orElseThrow();
    }

    /** How a delivery's content is packed on its way (D38). */
    public enum Compression {
        NONE,
        GZIP
    }
}
