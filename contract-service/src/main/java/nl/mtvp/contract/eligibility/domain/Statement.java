package nl.mtvp.contract.eligibility.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a practice states about itself (D23).
 *
 * @param locumArrangement whether it has a waarneemregeling
 * @param exclusions those that it declares to apply to it
 */
public record Statement(List<Gp> gps, boolean locumArrangement, Set<Exclusion> exclusions) {

    public static final int GPS_MAX = 200;

    public Statement {
        gps = List.copyOf(gps);
        exclusions = Set.copyOf(exclusions);
    }

    /** The same with this GP, in the place of what was stated of them before, or last. */
    public Statement with(Gp gp) {
        var all = new ArrayList<>(gps);
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).isSameAs(gp)) {
                all.set(at, gp);
                return new Statement(all, locumArrangement, exclusions);
            }
        }
        all.add(gp);
        return new Statement(all, locumArrangement, exclusions);
    }
}
