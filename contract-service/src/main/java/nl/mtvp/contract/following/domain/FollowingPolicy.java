package nl.mtvp.contract.following.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.WorkingDays;

/**
 * Whether an insurer follows preferent ones, and how (D30).
 *
 * @param version 0 where it stated nothing
 * @param waitingWorkingDays how long it may refuse
 * @param tariffSeries its own name for the tariffs that a following contract follows
 */
public record FollowingPolicy(Uzovi uzovi, int version, boolean follows, int waitingWorkingDays, String tariffSeries) {

    /** Three weeks. */
    public static final int WAITING_MAX = 15;

    public FollowingPolicy {
        Present.all(uzovi, tariffSeries);
        if (waitingWorkingDays < 0 || waitingWorkingDays > WAITING_MAX) {
            throw new IllegalArgumentException("a waiting time is three weeks at most");
        }
    }

    /** Choice: an insurer that stated nothing follows, after ten working days, with its series {@code MTVP}. */
    public static FollowingPolicy unstated(Uzovi uzovi) {
        return new FollowingPolicy(uzovi, 0, true, 10, "MTVP");
    }

    /** When silence becomes consent: the first moment after the last working day of the waiting time. */
    public Instant dueAfter(Instant proposed, ZoneId zone) {
        var last = WorkingDays.DUTCH.after(LocalDate.ofInstant(proposed, zone), waitingWorkingDays);
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
