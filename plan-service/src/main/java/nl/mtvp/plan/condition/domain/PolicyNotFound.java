package nl.mtvp.plan.condition.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** The policy is another insurer's. */
public class PolicyNotFound extends DomainFailure {

    public PolicyNotFound(Uzovi uzovi) {
        super(Kind.NOT_FOUND, "policy-not-found", "no policy of insurer " + uzovi + " that you may see");
    }
}
