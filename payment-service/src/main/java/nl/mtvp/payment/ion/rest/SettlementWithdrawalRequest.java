package nl.mtvp.payment.ion.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a settlement is taken back. */
public record SettlementWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}
