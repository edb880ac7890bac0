package nl.mtvp.contract.following.domain;

/** Where a following proposal stands (D30). Everything but PROPOSED is final. */
public enum FollowingState {
    /** The insurer may refuse until its waiting time is over. */
    PROPOSED,
    /** Its silence was consent: there is a contract. */
    FOLLOWED,
    /** The insurer refused in time, on its tariff. */
    REFUSED,
    /** When it was due something stood in its way; it may be renewed. */
    IMPEDED,
    /** Another way to a contract of the same pair was faster. */
    OVERTAKEN
}
