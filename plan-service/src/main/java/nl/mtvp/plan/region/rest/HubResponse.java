package nl.mtvp.plan.region.rest;

/** A hub of a region. */
public record HubResponse(String region, String name) {}
