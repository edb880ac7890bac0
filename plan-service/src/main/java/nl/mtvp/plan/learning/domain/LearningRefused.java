package nl.mtvp.plan.learning.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;

/** Why an intervisie meeting or a participation is not taken (D12). */
public final class LearningRefused extends DomainFailure {

    private LearningRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    /** No meeting that the caller may see has the id. */
    public static NotFound meetingNotFound(UUID id) {
        return new NotFound("intervisie-meeting-not-found", "no intervisie meeting that you may see has the id " + id);
    }

    /** No participation that the caller may see has the id. */
    public static NotFound participationNotFound(UUID id) {
        return new NotFound("participation-not-found", "no participation that you may see has the id " + id);
    }

    /** The participation was withdrawn before. */
    public static LearningRefused participationWithdrawn() {
        return new LearningRefused(
                Kind.CONFLICT, "participation-withdrawn", "D12: this participation was withdrawn already", List.of());
    }

    /** A report names practices that the RHO did not have on the day of the meeting (D12). */
    public static LearningRefused practicesNotOfRho(List<Fault> faults) {
        return new LearningRefused(
                Kind.CONFLICT, "practices-not-of-rho", "practices belonged to another RHO or none; see errors", faults);
    }

    /** What is corrected is not, or no longer, the newest report of its meeting. */
    public static LearningRefused reportNotTheNewest(int number) {
        return new LearningRefused(
                Kind.CONFLICT,
                "report-not-the-newest",
                "report " + number + " is not the newest of this meeting; read that one and correct it",
                List.of());
    }
}
