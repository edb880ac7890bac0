package nl.mtvp.plan.region.rest;

/** How many practices were declared, with how many ION together. */
public record PracticesTaken(String region, int practices, long ion) {}
