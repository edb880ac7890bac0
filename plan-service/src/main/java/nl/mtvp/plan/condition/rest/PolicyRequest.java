package nl.mtvp.plan.condition.rest;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import nl.mtvp.plan.condition.domain.Condition;

/** The conditions that an insurer asks of RHOs; none is a policy too. */
public record PolicyRequest(@NotNull Set<@NotNull Condition> conditions) {}
