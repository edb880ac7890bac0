package nl.mtvp.plan.regioplan.domain;

/**
 * Where a version of a regioplan stands (D6). Changes requested, rejected and withdrawn are final for the version: what is
 * edited is a new version.
 */
public enum VersionState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    CHANGES_REQUESTED,
    REJECTED,
    SUPERSEDED,
    WITHDRAWN;

    /** The whole life cycle. */
    public boolean allows(VersionState next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> next == APPROVED || next == CHANGES_REQUESTED || next == REJECTED || next == WITHDRAWN;
            case APPROVED -> next == SUPERSEDED;
            case CHANGES_REQUESTED, REJECTED, SUPERSEDED, WITHDRAWN -> false;
        };
    }
}
