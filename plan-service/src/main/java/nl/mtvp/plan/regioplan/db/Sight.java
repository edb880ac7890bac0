package nl.mtvp.plan.regioplan.db;

import java.util.Map;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Condition;
import nl.mtvp.kernel.access.Visibility.Owner;

/**
 * Who sees what of regioplannen: an RHO its own, with all versions; an insurer the versions on which it decides or
 * decided, and their plans.
 */
final class Sight {

    private Sight() {}

    /** Of rows with a plan {@code p}. */
    static Condition ofPlans(Visibility visibility) {
        return of(visibility, "p.id in (select w.regioplan.id from RegioplanVersion w join w.parties y where %s)");
    }

    /** Of rows with a version {@code v} of a plan {@code p}. */
    static Condition ofVersions(Visibility visibility) {
        return of(visibility, "exists (select 1 from v.parties y where %s)");
    }

    /** Who has but one of the two sights is not made to look with the other: an "or" keeps indexes from being used. */
    private static Condition of(Visibility visibility, String decidesOn) {
        var rho = visibility.hql(Map.of(Owner.RHO, "p.rho"));
        if (visibility.everything() || visibility.insurers().isEmpty()) {
            return rho;
        }
        var party = visibility.hql(Map.of(Owner.INSURER, "y.uzovi"));
        var decides = decidesOn.formatted(party.sql());
        return visibility.rhos().isEmpty()
                ? new Condition(decides, party.parameters())
                : rho.or(decides, party.parameters());
    }
}
