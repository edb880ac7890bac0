package nl.mtvp.plan.region.domain;

/** The region of a practice, and the RHO that looks after it. */
public record Place(String region, String rho) {}
