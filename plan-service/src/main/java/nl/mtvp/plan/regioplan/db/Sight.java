package nl.mtvp.plan.regioplan.db;

import java.util.HashMap;
import java.util.Map;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Condition;
import nl.mtvp.kernel.access.Visibility.Owner;

/**
 * Who sees what of regioplannen: an RHO its own, with all versions; an insurer the versions on which it decides or
 * decided, and their plans. The subqueries depend on no outer row, so the database looks them up once per statement.
 */
final class Sight {

    private Sight() {}

    /** Of rows with a plan {@code p}. */
    static Condition ofPlans(Visibility visibility) {
        return of(
                visibility,
                "p.id in (select w.regioplan_id from regioplan_party y join regioplan_version w on w.id = y.version_id"
                        + " where ");
    }

    /** Of rows with a version {@code v} of a plan {@code p}. */
    static Condition ofVersions(Visibility visibility) {
        return of(visibility, "v.id in (select y.version_id from regioplan_party y where ");
    }

    /** Who has but one of the two sights is not made to look with the other: an "or" keeps indexes from being used. */
    private static Condition of(Visibility visibility, String decidedOn) {
        var rho = visibility.of(Map.of(Owner.RHO, "p.rho"));
        if (visibility.everything() || visibility.insurers().isEmpty()) {
            return rho;
        }
        var party = visibility.of(Map.of(Owner.INSURER, "y.uzovi"));
        var parameters = new HashMap<>(rho.parameters());
        parameters.putAll(party.parameters());
        if (visibility.rhos().isEmpty()) {
            return new Condition("(" + decidedOn + party.sql() + "))", party.parameters());
        }
        return new Condition("(" + rho.sql() + " or " + decidedOn + party.sql() + "))", parameters);
    }
}
