package nl.mtvp.payment.run.rest;

import jakarta.validation.constraints.NotNull;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import org.threeten.extra.YearQuarter;

/** A run to make: all quarters up to this one. */
public record RunRequest(@NotNull Uzovi uzovi, @NotNull @SchemeTime YearQuarter quarter) {}
