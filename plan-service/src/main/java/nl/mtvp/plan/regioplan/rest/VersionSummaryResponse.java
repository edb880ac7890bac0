package nl.mtvp.plan.regioplan.rest;

import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.VersionState;
import nl.mtvp.plan.regioplan.domain.VersionSummary;

/** A version in a list. */
public record VersionSummaryResponse(int number, VersionState state, Origin origin, String contentHash) {

    static VersionSummaryResponse of(VersionSummary version) {
        return new VersionSummaryResponse(version.number(), version.state(), version.origin(), version.contentHash());
    }
}
