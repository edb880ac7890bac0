package nl.mtvp.plan.proposal.domain;

import java.util.Locale;
import nl.mtvp.kernel.failure.DomainFailure;

/** The proposal is not where the step begins (D2). */
public class ProposalIsNot extends DomainFailure {

    public ProposalIsNot(ProposalState state, ProposalState wanted) {
        super(
                Kind.CONFLICT,
                "proposal-is-" + state.name().toLowerCase(Locale.ROOT),
                "D2: the proposal is " + state + " and cannot become " + wanted);
    }
}
