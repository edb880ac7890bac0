package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.ActivityRequest;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.AgreementRequest;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.ChallengeRequest;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.RhoShareRequest;

/** What a new version of a regioplan says; only the interventions are needed. */
public record VersionRequest(
        @NotNull @Size(max = 200) List<@NotNull @Valid SelectionRequest> interventions,
        @Valid SubjectsRequest subjects,
        @Size(max = WrittenRequest.LINES_MAX) List<@NotNull @Valid ChallengeRequest> challenges,
        @Size(max = WrittenRequest.LINES_MAX) List<@NotNull @Valid ActivityRequest> activities,
        @Size(max = WrittenRequest.LINES_MAX) List<@NotNull @Valid AgreementRequest> agreements,
        @Valid RhoShareRequest rhoShare)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return toDomain().faults();
    }

    /** What can be read of it; also of what has faults of form (D4, D49). */
    Details toDomain() {
        return WrittenRequest.of(subjects, challenges, activities, agreements, rhoShare);
    }
}
