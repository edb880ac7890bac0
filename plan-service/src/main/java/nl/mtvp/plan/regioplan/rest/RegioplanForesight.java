package nl.mtvp.plan.regioplan.rest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.mtvp.kernel.rest.Foresight;
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import nl.mtvp.plan.regioplan.SubmissionUseCases;

/** What else is wrong with a regioplan that cannot be read. */
class RegioplanForesight {

    /** Of a version that is written (D1). */
    @Produces
    @Singleton
    static Foresight<VersionRequest> ofVersions(RegioplanUseCases regioplannen) {
        return new Foresight<>(VersionRequest.class, body -> regioplannen
                .selected(SelectionRequest.asFarAsRead(body.interventions()))
                .faults());
    }

    /** Of a plan that is pushed (D1, D3, D6). */
    @Produces
    @Singleton
    static Foresight<ExternalApprovalRequest> ofPushes(SubmissionUseCases submissions) {
        return new Foresight<>(
                ExternalApprovalRequest.class,
                body -> submissions.foreseen(
                        SelectionRequest.asFarAsRead(body.interventions()),
                        body.commitsToLeidraad() == null || body.commitsToLeidraad()));
    }
}
