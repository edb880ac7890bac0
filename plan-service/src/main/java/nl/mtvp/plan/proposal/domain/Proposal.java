package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.domain.Intervention;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A proposal of a new intervention on its way into the catalogue (D2). Only where it stands ever changes. */
@Entity(name = "InterventionProposal")
@DynamicUpdate
public class Proposal {

    @Id
    private UUID id;

    private Agb agb;
    private String rho;
    private Uzovi uzovi;
    private Idea idea;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.PROPOSED;

    @EmbeddedColumnNaming("proposed_%s")
    private Deed proposed;

    @OneToOne(mappedBy = "proposal", fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Answer answer;

    @OneToOne(mappedBy = "proposal", fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    private Decision decision;

    protected Proposal() {}

    /**
     * @param proposer a practice or an RHO
     * @param rho the RHO that proposes, or the practice's RHO on that day
     * @param uzovi the insurer that is asked to forward it
     */
    public Proposal(UUID id, Proposer proposer, String rho, Uzovi uzovi, Idea idea, Deed proposed) {
        this.id = Objects.requireNonNull(id, "id");
        this.agb = proposer.agb();
        this.rho = Objects.requireNonNull(rho, "rho");
        this.uzovi = Objects.requireNonNull(uzovi, "uzovi");
        this.idea = Objects.requireNonNull(idea, "idea");
        this.proposed = Objects.requireNonNull(proposed, "proposed");
    }

    /**
     * Takes the insurer's word, held to where the proposal stands, and to four eyes.
     *
     * @throws ProposalRefused when the insurer has said its word
     * @throws ProposalRefused when it comes from who proposed
     */
    public void answer(Answer word) {
        requireWay(word.outcome());
        if (word.answered().by().equals(proposed.by())) {
            throw ProposalRefused.sameHands();
        }
        word.on(this);
        answer = word;
        state = word.outcome();
    }

    /**
     * Takes the national desk's word.
     *
     * @return the intervention that it adds to the catalogue, or null when it rejects
     * @throws ProposalRefused when the proposal was not forwarded, or is decided
     * @throws ProposalRefused when the decision comes from who proposed or forwarded
     */
    public Intervention decide(Decision word) {
        word.requireConsistent(idea.kernelement());
        requireWay(word.outcome());
        if (List.of(proposed.by(), answer.answered().by())
                .contains(word.decided().by())) {
            throw ProposalRefused.sameHands();
        }
        word.on(this);
        decision = word;
        state = word.outcome();
        return word.entry() == null ? null : word.entry().joining(idea);
    }

    private void requireWay(ProposalState next) {
        if (!state.allows(next)) {
            throw ProposalRefused.isNot(state, next);
        }
    }

    public UUID id() {
        return id;
    }

    /** Null when the RHO proposes. */
    public Agb agb() {
        return agb;
    }

    public String rho() {
        return rho;
    }

    public Uzovi uzovi() {
        return uzovi;
    }

    public Idea idea() {
        return idea;
    }

    public ProposalState state() {
        return state;
    }

    public Deed proposed() {
        return proposed;
    }

    /** The insurer's word, or null. */
    public Answer answer() {
        return answer;
    }

    /** The national desk's word, or null. */
    public Decision decision() {
        return decision;
    }

    /** Which proposals to look for. Each may be null. */
    public record ProposalFilter(ProposalState state, Agb agb, String rho) {}
}
