package nl.mtvp.plan.learning.domain;

/** The region of a practice, and the RHO that looks after it. */
public record Place(String region, String rho) {}
