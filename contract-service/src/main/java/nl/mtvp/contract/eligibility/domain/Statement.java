package nl.mtvp.contract.eligibility.domain;

import java.util.List;
import java.util.Set;

/**
 * What a practice states about itself (D23).
 *
 * @param locumArrangement whether it has a waarneemregeling
 * @param exclusions those that it declares to apply to it
 */
public record Statement(List<Gp> gps, boolean locumArrangement, Set<Exclusion> exclusions) {

    public Statement {
        gps = List.copyOf(gps);
        exclusions = Set.copyOf(exclusions);
    }
}
