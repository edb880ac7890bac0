package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.plan.regioplan.RegioplanUseCases.Written;
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
        @Valid RhoShareRequest rhoShare) {

    Written toDomain() {
        return WrittenRequest.of(subjects, challenges, activities, agreements, rhoShare);
    }
}
