package nl.mtvp.plan.praktijkplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/**
 * The plan of a practice, in the region and under the RHO where it is now; what it says stands in its versions.
 *
 * @param inForce the submitted versions that nothing superseded, by year; at most one for each
 */
public record Praktijkplan(UUID id, Agb agb, String region, String rho, List<InForce> inForce) {

    /** The version that counts for an implementation year. */
    public record InForce(int year, int number, LocalDate submittedOn) {}

    public Praktijkplan {
        inForce = List.copyOf(inForce);
    }

    /**
     * Which praktijkplannen somebody looks for; each may be null.
     *
     * @param intervention the code of one that a version in force plans
     */
    public record PraktijkplanFilter(Agb agb, String region, String intervention) {}
}
