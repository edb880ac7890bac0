package nl.mtvp.payment.bankaccount.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Days on which a proposed account is in force, and the moments at which that was known; open ends are null. */
public record AccountPeriod(
        UUID proposalId, LocalDate validFrom, LocalDate validUntil, Instant knownFrom, Instant knownUntil) {}
