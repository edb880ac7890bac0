package nl.mtvp.plan.praktijkplan.domain;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/** The plan of a practice, in the region and under the RHO where it is now; what it says stands in its versions. */
public record Praktijkplan(UUID id, Agb agb, String region, String rho) {}
