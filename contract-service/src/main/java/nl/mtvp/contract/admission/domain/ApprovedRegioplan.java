package nl.mtvp.contract.admission.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;

/**
 * A version of a regioplan that was approved, as plan-service told us (D6).
 *
 * @param contentHash SHA-256 of the version's content, in hexadecimal: what the approval was bound to
 */
public record ApprovedRegioplan(
        UUID regioplanId, UUID versionId, int versionNumber, String contentHash, String rho, Instant approvedAt) {

    public ApprovedRegioplan {
        Present.all(regioplanId, versionId, contentHash, rho, approvedAt);
    }
}
