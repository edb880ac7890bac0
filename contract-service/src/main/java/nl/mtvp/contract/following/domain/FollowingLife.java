package nl.mtvp.contract.following.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The life of a following proposal (D30): up to, and not at, its due moment the insurer may refuse; from then on its
 * silence was consent, however late that is worked out.
 */
public final class FollowingLife {

    private FollowingLife() {}

    /** The state that a step at a moment leads to, or nothing where it is not possible (any more, or yet). */
    public static Optional<FollowingState> after(
            FollowingState recorded, Instant dueAt, FollowingStep step, Instant moment) {
        if (recorded != FollowingState.PROPOSED) {
            return Optional.empty();
        }
        boolean due = !moment.isBefore(dueAt);
        boolean possible =
                switch (step) {
                    case REFUSE -> !due;
                    case TAKE_EFFECT, IMPEDE -> due;
                    case OVERTAKE -> true;
                };
        return possible ? Optional.of(step.result()) : Optional.empty();
    }

    /** Whether what was not followed may be offered again. */
    public static boolean mayBeRenewed(FollowingState recorded) {
        return recorded == FollowingState.REFUSED || recorded == FollowingState.IMPEDED;
    }
}
