package nl.mtvp.plan.region.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Where a practice belongs over some days (D5): a hub of a region, and so one regional organisation.
 *
 * @param from the first day, or null when it has been there as far as anybody said
 * @param until the day after the last, or null when nothing follows
 */
public record Affiliation(String region, String rho, String hub, LocalDate from, LocalDate until) {

    public Affiliation {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(hub, "hub");
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a practice is somewhere for a day at least");
        }
    }
}
