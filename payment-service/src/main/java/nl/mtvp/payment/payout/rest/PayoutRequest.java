package nl.mtvp.payment.payout.rest;

import jakarta.validation.constraints.NotNull;
import nl.mtvp.kernel.identity.Uzovi;

/** Whose creditors to pay. */
public record PayoutRequest(@NotNull Uzovi uzovi) {}
