package nl.mtvp.plan.regioplan.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.plan.regioplan.domain.ListedVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.VersionState;

/** A version in a list over regioplannen; what has not come yet is null. */
public record ListedVersionResponse(
        UUID regioplanId,
        int number,
        String rho,
        List<String> regions,
        String title,
        VersionState state,
        Origin origin,
        String contentHash,
        Instant createdAt,
        Instant submittedAt,
        LocalDate decisionDueOn,
        Instant decidedAt) {

    static ListedVersionResponse of(ListedVersion version) {
        return new ListedVersionResponse(
                version.regioplanId(),
                version.number(),
                version.rho(),
                version.regions(),
                version.title(),
                version.state(),
                version.origin(),
                version.contentHash(),
                version.createdAt(),
                version.submittedAt(),
                version.decisionDueOn(),
                version.decidedAt());
    }
}
