package nl.mtvp.contract.compliance.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The life of a review (D33): which steps are possible on a day. There is one hearing and one remedy at most. Before a
 * breach is found the practice was heard: its term ended or it answered; and the day of a remedy has come.
 */
public final class ReviewLife {

    private ReviewLife() {}

    /**
     * What a review's life depends on.
     *
     * @param hearingEndsOn the first day after the term, if a hearing was opened
     * @param remedyUntil the first day on which a remedy may be judged, if one was asked for
     */
    public record Standing(
            ReviewState state, Optional<LocalDate> hearingEndsOn, boolean answered, Optional<LocalDate> remedyUntil) {}

    /** The state that the hearing and the last decision give. */
    public static ReviewState state(boolean heard, Optional<Outcome> last) {
        return last.map(Outcome::state).orElse(heard ? ReviewState.HEARING : ReviewState.OPEN);
    }

    public static boolean allows(Standing standing, ReviewStep step, LocalDate today) {
        if (standing.state() == ReviewState.COMPLIANT || standing.state() == ReviewState.BREACH) {
            return false;
        }
        boolean heard = standing.hearingEndsOn().isPresent();
        return switch (step) {
            case OPEN_HEARING -> !heard;
            case ANSWER -> heard;
            case FIND_COMPLIANT -> true;
            case ASK_REMEDY -> standing.state() != ReviewState.REMEDY;
            case FIND_BREACH ->
                breachFrom(standing).map(day -> !today.isBefore(day)).orElse(false);
        };
    }

    /** The first day on which a breach can be found as things stand; none while no hearing was opened. */
    public static Optional<LocalDate> breachFrom(Standing standing) {
        return standing.hearingEndsOn()
                .map(endsOn -> standing.answered() ? LocalDate.MIN : endsOn)
                .map(day -> standing.remedyUntil().filter(day::isBefore).orElse(day));
    }
}
