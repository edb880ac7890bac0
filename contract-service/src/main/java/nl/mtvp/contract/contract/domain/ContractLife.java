package nl.mtvp.contract.contract.domain;

import java.time.LocalDate;

/**
 * The life of a contract (D28, D34, D35): which state its course gives it on a day, and what may be done to it then. An
 * annulled contract is out of reach; otherwise one stop and one end stand at most, and what took effect by its day
 * stays.
 */
public final class ContractLife {

    private ContractLife() {}

    /** A stop counts as soon as it is decided, an end when its day has come, an annulment before both. */
    public static ContractState state(Course course, LocalDate today) {
        if (course.annulment().isPresent()) {
            return ContractState.ANNULLED;
        }
        if (course.stop().isPresent()) {
            return ContractState.STOPPED;
        }
        boolean ended =
                course.end().isPresent() && !course.end().get().endedFrom().isAfter(today);
        return ended ? ContractState.ENDED : ContractState.ACTIVE;
    }

    /** Whether the step is possible today, as far as the contract itself is concerned. */
    public static boolean allows(Course course, ContractStep step, LocalDate today) {
        if (course.annulment().isPresent()) {
            return false;
        }
        return switch (step) {
            case STOP -> course.stop().isEmpty();
            case WITHDRAW_STOP -> course.stop().isPresent();
            case END -> course.end().isEmpty();
            case WITHDRAW_END ->
                course.end().isPresent() && course.end().get().endedFrom().isAfter(today);
            case SUCCEED, CLAW_BACK, WITHDRAW_CLAWBACK, ANNUL -> true;
        };
    }

    /** Whether a practice can take it over from a day on: it is in force then, and went over before that day at most. */
    public static boolean canBeTakenOver(Course course, LocalDate startsOn, LocalDate from) {
        boolean inForce = from.isAfter(startsOn)
                && course.inForceUntil().map(until -> until.isAfter(from)).orElse(true);
        boolean later =
                course.succession().map(before -> before.from().isBefore(from)).orElse(true);
        return inForce && later;
    }

    /** Whether it can end on a day because its practice merges into another: it is in force then, and no end stands. */
    public static boolean canBeMerged(Course course, LocalDate startsOn, LocalDate from) {
        return course.annulment().isEmpty()
                && course.end().isEmpty()
                && course.stop().isEmpty()
                && from.isAfter(startsOn);
    }
}
