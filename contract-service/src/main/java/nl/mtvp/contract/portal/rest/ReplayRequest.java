package nl.mtvp.contract.portal.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a dead letter is tried again. */
public record ReplayRequest(@NotBlank @Size(max = 1_000) String reason) {}
