package nl.mtvp.plan.regioplan.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Condition;
import nl.mtvp.kernel.access.Visibility.Owner;

/**
 * Who sees what of regioplannen (D6): an RHO its own, with all versions; an insurer the versions on which it decides or
 * decided, and all that were approved, for whoever offers must have read them; a practice the approved ones of its regions.
 */
final class Sight {

    private static final String APPROVED = "state in (APPROVED, SUPERSEDED)";
    private static final String OF_ITS_REGIONS =
            "exists (select 1 from Affiliation a where %s and a.region.code member of p.regions)";

    private Sight() {}

    /** Of rows with a plan {@code p}. */
    static Condition ofPlans(Visibility visibility) {
        var approved = "exists (select 1 from RegioplanVersion w where w.regioplan = p and w." + APPROVED + ")";
        return of(
                visibility,
                "p.id in (select w.regioplan.id from RegioplanVersion w join w.parties y where %s)",
                approved);
    }

    /** Of rows with a version {@code v} of a plan {@code p}. */
    static Condition ofVersions(Visibility visibility) {
        return of(visibility, "exists (select 1 from v.parties y where %s)", "v." + APPROVED);
    }

    /** Who has but one of these sights is not made to look with the others: an "or" keeps indexes from being used. */
    private static Condition of(Visibility visibility, String decidesOn, String approved) {
        if (visibility.everything()) {
            return visibility.hql(Map.of());
        }
        var any = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (!visibility.insurers().isEmpty()) {
            var party = visibility.hql(Map.of(Owner.INSURER, "y.uzovi"));
            any.add(decidesOn.formatted(party.sql()));
            any.add(approved);
            parameters.putAll(party.parameters());
        }
        if (!visibility.practices().isEmpty()) {
            var practice = visibility.hql(Map.of(Owner.PRACTICE, "a.agb"));
            any.add("(" + approved + " and " + OF_ITS_REGIONS.formatted(practice.sql()) + ")");
            parameters.putAll(practice.parameters());
        }
        if (!visibility.rhos().isEmpty() || any.isEmpty()) {
            var rho = visibility.hql(Map.of(Owner.RHO, "p.rho"));
            any.add(rho.sql());
            parameters.putAll(rho.parameters());
        }
        return new Condition(any.stream().collect(Collectors.joining(" or ", "(", ")")), parameters);
    }
}
