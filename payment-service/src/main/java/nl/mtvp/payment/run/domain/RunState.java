package nl.mtvp.payment.run.domain;

/**
 * The life of a run (D46): being computed, computed, approved by another person, booked; or withdrawn before that, or
 * failed when it cannot be computed.
 */
public enum RunState {
    COMPUTING,
    DRAFT,
    APPROVED,
    POSTED,
    WITHDRAWN,
    FAILED;

    public boolean allows(RunState next) {
        return switch (this) {
            case COMPUTING -> next == DRAFT || next == WITHDRAWN || next == FAILED;
            case DRAFT -> next == APPROVED || next == WITHDRAWN;
            case APPROVED -> next == POSTED || next == WITHDRAWN;
            case POSTED, WITHDRAWN, FAILED -> false;
        };
    }
}
