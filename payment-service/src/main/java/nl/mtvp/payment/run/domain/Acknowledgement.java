package nl.mtvp.payment.run.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody looked at warnings of one proposal (D46).
 *
 * @param subject null for all warnings of the kind
 */
public record Acknowledgement(
        UUID id,
        UUID runId,
        String proposalHash,
        WarningKind kind,
        String subject,
        String reason,
        String acknowledgedBy,
        Instant acknowledgedAt) {

    public Acknowledgement {
        Objects.requireNonNull(proposalHash, "proposalHash");
        Objects.requireNonNull(kind, "kind");
    }
}
