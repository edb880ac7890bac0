package nl.mtvp.plan.condition.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.mtvp.kernel.identity.Kvk;

/**
 * How an RHO stands on a day, for its conditions to be judged (D5).
 *
 * @param ion of the practices of its regions
 * @param evidence the newest of each condition, of a mandate for each region
 */
public record Standing(String rho, Kvk kvk, long ion, List<String> regions, List<ConditionEvidence> evidence) {

    public Standing {
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(kvk, "kvk");
        regions = List.copyOf(regions);
        evidence = List.copyOf(evidence);
    }

    boolean shows(Condition condition) {
        return evidence.stream().anyMatch(shown -> shown.condition() == condition);
    }

    Optional<ConditionEvidence> mandate(String region) {
        return evidence.stream()
                .filter(shown -> shown.condition() == Condition.GP_MANDATE && region.equals(shown.region()))
                .findFirst();
    }
}
