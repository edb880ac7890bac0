package nl.mtvp.contract.offer.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an offer is refused or withdrawn. */
public record ReasonRequest(@NotBlank @Size(max = 1_000) String reason) {}
