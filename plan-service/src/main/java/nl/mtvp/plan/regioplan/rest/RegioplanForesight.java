package nl.mtvp.plan.regioplan.rest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import nl.mtvp.kernel.rest.body.Foresight;
import nl.mtvp.plan.regioplan.ApprovalUseCases;
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import nl.mtvp.plan.regioplan.rest.RegioplanResource.RegioplanRequest;

/** What else is wrong with a regioplan that cannot be read. */
class RegioplanForesight {

    /** Of a plan that is begun (D3). */
    @Produces
    @Singleton
    static Foresight<RegioplanRequest> ofPlans(RegioplanUseCases regioplannen) {
        return new Foresight<>(
                RegioplanRequest.class,
                body -> body.regions() == null ? List.of() : regioplannen.faultsOfRegions(body.rho(), body.regions()));
    }

    /** Of a version that is written (D1). */
    @Produces
    @Singleton
    static Foresight<VersionRequest> ofVersions(RegioplanUseCases regioplannen) {
        return new Foresight<>(VersionRequest.class, body -> regioplannen
                .selected(SelectionRequest.toDomain(body.interventions()))
                .faults());
    }

    /** Of a plan that is pushed (D1, D3, D6, D7). */
    @Produces
    @Singleton
    static Foresight<ExternalApprovalRequest> ofPushes(ApprovalUseCases approvals) {
        return new Foresight<>(ExternalApprovalRequest.class, body -> approvals.foreseen(body.toDomain()));
    }
}
