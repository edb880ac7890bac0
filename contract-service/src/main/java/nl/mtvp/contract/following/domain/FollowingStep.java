package nl.mtvp.contract.following.domain;

/** What happens to an open following proposal (D30). */
public enum FollowingStep {
    TAKE_EFFECT(FollowingState.FOLLOWED),
    IMPEDE(FollowingState.IMPEDED),
    REFUSE(FollowingState.REFUSED),
    OVERTAKE(FollowingState.OVERTAKEN);

    private final FollowingState result;

    FollowingStep(FollowingState result) {
        this.result = result;
    }

    FollowingState result() {
        return result;
    }
}
