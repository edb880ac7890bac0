package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.threeten.extra.YearQuarter;

/** A round of admission to a region for a quarter. */
public record RoundRequest(@NotBlank String region, @NotNull YearQuarter quarter) {}
