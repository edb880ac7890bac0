package nl.mtvp.payment.run.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a run is withdrawn. */
public record RunWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}
