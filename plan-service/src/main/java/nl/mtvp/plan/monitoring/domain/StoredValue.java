package nl.mtvp.plan.monitoring.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A value as it was delivered and kept.
 *
 * @param replacedAt when a newer one took its place; null while it counts
 */
public record StoredValue(UUID id, Delivered delivered, Instant recordedAt, Instant replacedAt) {}
