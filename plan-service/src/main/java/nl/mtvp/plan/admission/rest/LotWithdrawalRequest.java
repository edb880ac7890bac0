package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.rest.OneLine;

/** A lot that steps back between freeze and draw, and why. */
public record LotWithdrawalRequest(
        @NotBlank @Size(max = 200) @OneLine String lotId, @NotBlank @Size(max = 2_000) String reason) {}
