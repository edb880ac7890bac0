package nl.mtvp.plan.monitoring.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/**
 * A value as it was delivered and kept.
 *
 * @param replacedAt when a newer one took its place; null while it counts
 */
public record StoredValue(UUID id, Delivered delivered, Instant recordedAt, Instant replacedAt) {

    /**
     * Which values somebody looks for; null is any.
     *
     * @param region a region's own values and those of its practices
     * @param replaced also those whose place a newer one took
     */
    public record ValueFilter(String indicator, Agb agb, String region, Integer year, boolean replaced) {}
}
