package nl.mtvp.plan.region.rest;

import jakarta.validation.constraints.NotNull;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer that says it negotiates in the region. */
public record PreferentInsurerRequest(@NotNull Uzovi uzovi) {}
