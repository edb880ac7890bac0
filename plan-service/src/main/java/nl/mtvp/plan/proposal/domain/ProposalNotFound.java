package nl.mtvp.plan.proposal.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No proposal has the id, or it is not for who asks. */
public class ProposalNotFound extends DomainFailure {

    public ProposalNotFound(UUID id) {
        super(Kind.NOT_FOUND, "proposal-not-found", "no proposal that you may see has the id " + id);
    }
}
