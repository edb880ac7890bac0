package nl.mtvp.payment.payout.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a payout is withdrawn. */
public record PayoutWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}
