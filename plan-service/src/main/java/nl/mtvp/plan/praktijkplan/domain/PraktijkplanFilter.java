package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.identity.Agb;

/**
 * Which praktijkplannen somebody looks for; each may be null.
 *
 * @param intervention the code of one that a version in force plans
 */
public record PraktijkplanFilter(Agb agb, String region, String intervention) {}
