package nl.mtvp.plan.admission.rest;

/** How many preferences were taken down. */
public record PreferencesTaken(String region, int preferences) {}
