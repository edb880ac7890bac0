package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.identity.Agb;

/** A practice that steps out after it was admitted, and why. */
public record AdmissionWithdrawalRequest(@NotNull Agb agb, @NotBlank @Size(max = 2_000) String reason) {}
