package nl.mtvp.plan.proposal.domain;

import java.time.Instant;
import java.util.Objects;

/** The insurer's word on a proposal (D2). @param reasons needed when it declines */
public record Answer(ProposalState outcome, String reasons, String answeredBy, Instant answeredAt) {

    public Answer {
        Objects.requireNonNull(answeredBy, "answeredBy");
        Objects.requireNonNull(answeredAt, "answeredAt");
        if (!ProposalState.PROPOSED.allows(outcome)) {
            throw new IllegalArgumentException("an insurer forwards or declines");
        }
        if (outcome == ProposalState.DECLINED && (reasons == null || reasons.isBlank())) {
            throw new IllegalArgumentException("who declines says why");
        }
    }
}
