package nl.mtvp.plan.condition.domain;

/**
 * What an RHO misses of a condition (D5), and what mends it. It is shown to the insurer and blocks nothing.
 *
 * @param region of a mandate, else null
 */
public record Shortfall(Condition condition, String region, String code, String detail) {}
