package nl.mtvp.payment.entitlement.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a fact came from and when it was known (D53, D54).
 *
 * @param id of the delivery, tariff, contract, succession, stop, end, annulment, clawback, offset or share that said so
 * @param knownAt when this service recorded it
 * @param knownAtSource when its source learned it; null when this service is the source
 */
public record Source(UUID id, Instant knownAt, Instant knownAtSource) {

    public Source {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(knownAt, "knownAt");
    }
}
