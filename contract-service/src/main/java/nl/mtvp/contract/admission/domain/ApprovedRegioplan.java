package nl.mtvp.contract.admission.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A version of a regioplan that was approved, as plan-service told us (D6).
 *
 * @param contentHash SHA-256 of the version's content, in hexadecimal: what the approval was bound to
 */
public record ApprovedRegioplan(
        UUID regioplanId, UUID versionId, int versionNumber, String contentHash, String rho, Instant approvedAt) {

    public ApprovedRegioplan {
        Objects.requireNonNull(regioplanId, "regioplanId");
        Objects.requireNonNull(versionId, "versionId");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(approvedAt, "approvedAt");
    }
}
