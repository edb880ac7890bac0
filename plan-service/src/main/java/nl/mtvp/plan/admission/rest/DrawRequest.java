package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.mtvp.plan.admission.domain.Seed;

/** The seed that the notary reveals. */
public record DrawRequest(@NotNull @Pattern(regexp = Seed.FORM, message = Seed.RULE) String seed) {}
