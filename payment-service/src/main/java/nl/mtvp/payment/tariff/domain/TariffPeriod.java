package nl.mtvp.payment.tariff.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The days on which a tariff holds, and the moments at which that was known (D37).
 *
 * @param knownUntil when a revision replaced it; null while it stands
 */
public record TariffPeriod(
        UUID proposalId, LocalDate validFrom, LocalDate validUntil, Instant knownFrom, Instant knownUntil) {}
