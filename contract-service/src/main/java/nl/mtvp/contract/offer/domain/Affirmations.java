package nl.mtvp.contract.offer.domain;

import java.util.ArrayList;
import nl.mtvp.kernel.failure.Fault;

/**
 * The minimum hurdle (minimale horde, D26): three conditions, each of which the practice affirms by itself.
 *
 * @param learningEnvironment learns with others through intervisie organised by the RHO
 * @param regionalApproach commits to the regioplan
 * @param growthModel commits to carrying out the leidraad along the growth model
 */
public record Affirmations(boolean learningEnvironment, boolean regionalApproach, boolean growthModel) {

    /** @throws OfferRefused naming every condition that is not affirmed */
    public void requireAll() {
        var missing = new ArrayList<Fault>();
        if (!learningEnvironment) {
            missing.add(notAffirmed(
                    "learningEnvironment",
                    "the learning environment: intervisie organised by the RHO (D26, condition 1)"));
        }
        if (!regionalApproach) {
            missing.add(notAffirmed(
                    "regionalApproach", "the regional approach: commitment to the regioplan (D26, condition 2)"));
        }
        if (!growthModel) {
            missing.add(
                    notAffirmed("growthModel", "carrying out the leidraad along the growth model (D26, condition 3)"));
        }
        if (!missing.isEmpty()) {
            throw OfferRefused.minimumHurdleNotTaken(missing);
        }
    }

    private static Fault notAffirmed(String condition, String what) {
        return Fault.inBody("/affirmations/" + condition, "not-affirmed", "not affirmed: " + what);
    }
}
