package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A lot that steps back between freeze and draw, and why. */
public record LotWithdrawalRequest(
        @NotBlank @Size(max = 200) String lotId, @NotBlank @Size(max = 2_000) String reason) {}
