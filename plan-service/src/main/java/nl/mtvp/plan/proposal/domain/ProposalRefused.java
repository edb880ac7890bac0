package nl.mtvp.plan.proposal.domain;

import java.util.Locale;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.failure.Ways;

/** Why an intervention's proposal does not go a step on (D2). */
public final class ProposalRefused extends DomainFailure {

    private ProposalRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** The proposal is not where the step begins (D2). */
    public static ProposalRefused isNot(ProposalState state, ProposalState wanted) {
        return new ProposalRefused(
                Kind.CONFLICT,
                "proposal-is-" + state.name().toLowerCase(Locale.ROOT),
                "D2: the proposal is " + state + " and cannot become " + wanted
                        + Ways.from(state, state::allows, "a better idea is a new proposal"));
    }

    /** No proposal has the id, or it is not for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("proposal-not-found", "no proposal that you may see has the id " + id);
    }

    /** A practice or RHO proposes before it is registered. */
    public static ProposalRefused proposerNotRegistered(String proposer) {
        return new ProposalRefused(
                Kind.CONFLICT,
                "proposer-not-registered",
                proposer + " is not registered: an RHO registers itself, and declares its practices");
    }

    /** Somebody would take two steps of one proposal (four eyes, D2). */
    public static ProposalRefused sameHands() {
        return new ProposalRefused(
                Kind.FORBIDDEN,
                "same-hands",
                "D2: who proposed does not forward, and who proposed or forwarded does not decide; let somebody else do it");
    }
}
