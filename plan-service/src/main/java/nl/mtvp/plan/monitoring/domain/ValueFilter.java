package nl.mtvp.plan.monitoring.domain;

import nl.mtvp.kernel.identity.Agb;

/**
 * Which values somebody looks for; null is any.
 *
 * @param region a region's own values and those of its practices
 * @param replaced also those whose place a newer one took
 */
public record ValueFilter(String indicator, Agb agb, String region, Integer year, boolean replaced) {}
