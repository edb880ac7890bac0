package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.domain.Intervention;
import org.hibernate.annotations.DynamicUpdate;

/** A proposal of a new intervention on its way into the catalogue (D2). Only where it stands ever changes. */
@Entity
@Table(name = "intervention_proposal")
@DynamicUpdate
public class Proposal {

    @Id
    private UUID id;

    private Agb agb;
    private String rho;
    private Uzovi uzovi;

    @Embedded
    private Idea idea;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.PROPOSED;

    private String proposedBy;
    private Instant proposedAt;

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
    public Proposal(
            UUID id, Proposer proposer, String rho, Uzovi uzovi, Idea idea, String proposedBy, Instant proposedAt) {
        this.id = Objects.requireNonNull(id, "id");
        this.agb = proposer.agb();
        this.rho = Objects.requireNonNull(rho, "rho");
        this.uzovi = Objects.requireNonNull(uzovi, "uzovi");
        this.idea = Objects.requireNonNull(idea, "idea");
        this.proposedBy = Objects.requireNonNull(proposedBy, "proposedBy");
        this.proposedAt = Objects.requireNonNull(proposedAt, "proposedAt");
    }

    /**
     * Takes the insurer's word, held to where the proposal stands, and to four eyes.
     *
     * @throws ProposalRefused when the insurer has said its word
     * @throws ProposalRefused when it comes from who proposed
     */
    public void answer(Answer word) {
        requireWay(word.outcome());
        if (word.answeredBy().equals(proposedBy)) {
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
        if (word.decidedBy().equals(proposedBy) || word.decidedBy().equals(answer.answeredBy())) {
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

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** The insurer's word, or null. */
    public Answer answer() {
        return answer;
    }

    /** The national desk's word, or null. */
    public Decision decision() {
        return decision;
    }
}
