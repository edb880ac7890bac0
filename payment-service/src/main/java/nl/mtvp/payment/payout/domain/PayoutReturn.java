package nl.mtvp.payment.payout.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A transfer that came back: when, why, and the posting that opened the debt again. */
public record PayoutReturn(UUID payoutId, long number, UUID postingId, LocalDate returnedOn, String reason) {}
