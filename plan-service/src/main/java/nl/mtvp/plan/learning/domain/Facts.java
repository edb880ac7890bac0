package nl.mtvp.plan.learning.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.praktijkplan.domain.Deadline;

/**
 * What is known of an admitted practice's implementation year (D12).
 *
 * @param version the number of the year's praktijkplan in force, or null
 */
public record Facts(
        Deadline deadline,
        Integer version,
        List<ComplianceIntervisie> intervisie,
        List<ComplianceIntervention> interventions) {

    /** A meeting at which the practice was present. */
    public record ComplianceIntervisie(UUID meetingId, LocalDate heldOn) {}

    /** An intervention that is planned for the year, carried out in it, or both. */
    public record ComplianceIntervention(
            String code, Kernelement kernelement, boolean planned, List<ComplianceParticipation> participations) {

        public ComplianceIntervention {
            participations = List.copyOf(participations);
        }
    }

    /** One participation in an intervention. */
    public record ComplianceParticipation(UUID id, LocalDate tookPlaceOn) {}

    public Facts {
        Objects.requireNonNull(deadline, "deadline");
        intervisie = List.copyOf(intervisie);
        interventions = List.copyOf(interventions);
    }

    public Agb agb() {
        return deadline.agb();
    }
}
