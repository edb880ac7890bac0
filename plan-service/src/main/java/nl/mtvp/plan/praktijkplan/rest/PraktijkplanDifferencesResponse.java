package nl.mtvp.plan.praktijkplan.rest;

import java.util.List;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases.Compared;
import nl.mtvp.plan.praktijkplan.domain.Differences.Changed;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.rest.PraktijkplanVersionResponse.PlannedResponse;

/** What changed from one version of a praktijkplan to another, by code of the intervention. */
public record PraktijkplanDifferencesResponse(
        VersionLineResponse from,
        VersionLineResponse to,
        List<PlannedResponse> added,
        List<PlannedResponse> removed,
        List<ChangedResponse> changed) {

    /** An intervention that both versions plan: support, staff or development differ. */
    public record ChangedResponse(String code, PlannedResponse from, PlannedResponse to) {

        static ChangedResponse of(Changed changed) {
            return new ChangedResponse(
                    changed.to().code(), PlannedResponse.of(changed.from()), PlannedResponse.of(changed.to()));
        }
    }

    static PraktijkplanDifferencesResponse of(Compared compared) {
        return new PraktijkplanDifferencesResponse(
                new VersionLineResponse(compared.from().line()),
                new VersionLineResponse(compared.to().line()),
                planned(compared.differences().added()),
                planned(compared.differences().removed()),
                compared.differences().changed().stream()
                        .map(ChangedResponse::of)
                        .toList());
    }

    private static List<PlannedResponse> planned(List<Planned> planned) {
        return planned.stream().map(PlannedResponse::of).toList();
    }
}
