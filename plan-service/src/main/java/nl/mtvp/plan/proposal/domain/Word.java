package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.util.UUID;

/** A word on a proposal, with its reasons (D2): said once, and never by who took a step before. */
@MappedSuperclass
abstract class Word {

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    private Proposal proposal;

    /** Stands here again, so that the database can hold it against who says the word. */
    private String proposedBy;

    @Enumerated(EnumType.STRING)
    private ProposalState outcome;

    private String reasons;

    protected Word() {}

    Word(ProposalState outcome, String reasons) {
        this.outcome = outcome;
        this.reasons = reasons;
    }

    void on(Proposal proposal) {
        this.proposal = proposal;
        this.proposedBy = proposal.proposed().by();
    }

    public ProposalState outcome() {
        return outcome;
    }

    public String reasons() {
        return reasons;
    }
}
