package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.json.Texts;
import org.hibernate.annotations.Immutable;

/** The insurer's word on a proposal (D2): one, and never by who proposed. */
@Entity
@Table(name = "intervention_answer")
@Immutable
public class Answer {

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;

    /** Stands here again, so that the database can hold it against who answers. */
    private String proposedBy;

    @Enumerated(EnumType.STRING)
    private ProposalState outcome;

    private String reasons;
    private String answeredBy;
    private Instant answeredAt;

    protected Answer() {}

    /** @param reasons needed when it declines */
    public Answer(ProposalState outcome, String reasons, String answeredBy, Instant answeredAt) {
        this.outcome = outcome;
        this.reasons = reasons;
        this.answeredBy = Objects.requireNonNull(answeredBy, "answeredBy");
        this.answeredAt = Objects.requireNonNull(answeredAt, "answeredAt");
        if (!ProposalState.PROPOSED.allows(outcome)) {
            throw new IllegalArgumentException("an insurer forwards or declines");
        }
        if (outcome == ProposalState.DECLINED && (reasons == null || Texts.isBlank(reasons))) {
            throw new IllegalArgumentException("who declines says why");
        }
    }

    void on(Proposal proposal) {
        this.proposal = proposal;
        this.proposedBy = proposal.proposedBy();
    }

    public ProposalState outcome() {
        return outcome;
    }

    public String reasons() {
        return reasons;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public Instant answeredAt() {
        return answeredAt;
    }
}
