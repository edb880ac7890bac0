package nl.mtvp.plan.proposal.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.domain.Intervention;

/**
 * A proposal of a new intervention on its way into the catalogue (D2).
 *
 * @param agb the practice that proposes, or null when the RHO does
 * @param rho the RHO that proposes, or the practice's RHO on that day
 * @param uzovi the insurer that is asked to forward it
 * @param answer the insurer's word, or null
 * @param decision the national desk's word, or null
 */
public record Proposal(
        UUID id,
        Agb agb,
        String rho,
        Uzovi uzovi,
        Idea idea,
        ProposalState state,
        String proposedBy,
        Instant proposedAt,
        Answer answer,
        Decision decision) {

    public Proposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rho, "rho");
        Objects.requireNonNull(uzovi, "uzovi");
        Objects.requireNonNull(idea, "idea");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(proposedBy, "proposedBy");
        Objects.requireNonNull(proposedAt, "proposedAt");
    }

    /**
     * Holds the insurer's word to where the proposal stands, and to four eyes.
     *
     * @throws ProposalIsNot when the insurer has said its word
     * @throws SameHands when it comes from who proposed
     */
    public void requireAnswerable(Answer next) {
        requireWay(next.outcome());
        if (next.answeredBy().equals(proposedBy)) {
            throw new SameHands();
        }
    }

    /**
     * The intervention that a decision adds to the catalogue, or null when it rejects.
     *
     * @throws ProposalIsNot when the proposal was not forwarded, or is decided
     * @throws SameHands when the decision comes from who proposed or forwarded
     */
    public Intervention decidedBy(Decision next) {
        next.requireConsistent(idea.kernelement());
        requireWay(next.outcome());
        if (next.decidedBy().equals(proposedBy) || next.decidedBy().equals(answer.answeredBy())) {
            throw new SameHands();
        }
        return next.entry() == null ? null : next.entry().joining(idea);
    }

    private void requireWay(ProposalState next) {
        if (!state.allows(next)) {
            throw new ProposalIsNot(state, next);
        }
    }
}
