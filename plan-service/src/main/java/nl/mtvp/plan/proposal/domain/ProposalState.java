package nl.mtvp.plan.proposal.domain;

/**
 * Where a proposal of a new intervention stands (D2). Only what the insurer forwarded reaches the national desk; whatever
 * is declined or decided stays so, and a better idea is a new proposal.
 */
public enum ProposalState {
    PROPOSED,
    FORWARDED,
    DECLINED,
    ACCEPTED,
    REJECTED;

    /** The whole life cycle. */
    public boolean allows(ProposalState next) {
        return switch (this) {
            case PROPOSED -> next == FORWARDED || next == DECLINED;
            case FORWARDED -> next == ACCEPTED || next == REJECTED;
            case DECLINED, ACCEPTED, REJECTED -> false;
        };
    }
}
