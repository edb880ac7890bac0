package nl.mtvp.plan.praktijkplan.rest;

import jakarta.validation.constraints.NotNull;
import nl.mtvp.kernel.identity.Agb;

/** Whose plan is opened. */
public record PraktijkplanRequest(@NotNull Agb agb) {}
