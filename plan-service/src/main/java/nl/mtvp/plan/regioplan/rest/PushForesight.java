package nl.mtvp.plan.regioplan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.Foresight;
import nl.mtvp.plan.regioplan.SubmissionUseCases;

/** What else is wrong with a plan that is pushed and cannot be read (D1, D3, D6). */
@ApplicationScoped
class PushForesight implements Foresight<ExternalApprovalRequest> {

    private final SubmissionUseCases submissions;

    PushForesight(SubmissionUseCases submissions) {
        this.submissions = submissions;
    }

    @Override
    public Class<ExternalApprovalRequest> of() {
        return ExternalApprovalRequest.class;
    }

    @Override
    public List<Fault> faults(ExternalApprovalRequest body) {
        return submissions.foreseen(
                SelectionRequest.asFarAsRead(body.interventions()),
                body.commitsToLeidraad() == null || body.commitsToLeidraad());
    }
}
