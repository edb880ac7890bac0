package nl.mtvp.payment.run.domain;

import java.time.Instant;

/**
 * A fact that was recorded for an insurer.
 *
 * @param kind kebab-case, like {@code contract-stopped}
 * @param subject what or whom it is about
 */
public record RecordedFact(String kind, String subject, Instant recordedAt) {}
