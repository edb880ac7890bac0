package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a draw is repeated; everybody may read it. */
public record RedrawRequest(@NotBlank @Size(max = 2_000) String reason) {}
