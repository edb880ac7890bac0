package nl.mtvp.payment.fact.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The days on which something that was proposed holds, and the moments at which that was known (D37, D51).
 *
 * @param knownUntil when another one replaced it; null while it stands
 */
public record KnownPeriod(
        UUID proposalId, LocalDate validFrom, LocalDate validUntil, Instant knownFrom, Instant knownUntil) {}
