package nl.mtvp.plan.proposal.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** That the insurer does not forward a proposal, and why. */
public record RefusalRequest(@NotBlank @Size(max = 4_000) String reasons) {}
