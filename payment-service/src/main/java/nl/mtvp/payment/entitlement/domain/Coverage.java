package nl.mtvp.payment.entitlement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import org.threeten.extra.YearQuarter;

/**
 * How much of a quarter is paid (D41): what the days one by one come to, counted by the stretches of days on which
 * nothing changes.
 *
 * @param days of the quarter
 * @param daysInForce of the contract within it
 * @param paidTenThousandths what the clawbacks leave of the days in force, in ten-thousandths of a day
 */
public record Coverage(int days, int daysInForce, long paidTenThousandths) {

    public static Coverage of(YearQuarter quarter, InForce inForce, List<Clawback> clawbacks) {
        long first = Quarters.peildatum(quarter).toEpochDay();
        long end = first + quarter.lengthOfQuarter();
        long from = Math.max(first, inForce.from().toEpochDay());
        long until =
                inForce.until() == null ? end : Math.min(end, inForce.until().toEpochDay());
        int daysInForce = Math.toIntExact(Math.max(0, until - from));
        long paid = daysInForce == 0 || clawbacks.isEmpty()
                ? (long) daysInForce * Clawback.WHOLE
                : left(from, until, clawbacks);
        return new Coverage(quarter.lengthOfQuarter(), daysInForce, paid);
    }

    private static long left(long from, long until, List<Clawback> clawbacks) {
        var changes = new TreeSet<Long>();
        changes.add(from);
        for (var clawback : clawbacks) {
            addWithin(changes, clawback.from(), from, until);
            addWithin(changes, clawback.until(), from, until);
        }
        long paid = 0;
        for (var day : changes) {
            var next = changes.higher(day);
            long stretch = (next == null ? until : next) - day;
            paid += stretch * leftOn(LocalDate.ofEpochDay(day), clawbacks);
        }
        return paid;
    }

    private static void addWithin(TreeSet<Long> changes, LocalDate change, long from, long until) {
        long day = change.toEpochDay();
        if (from < day && day < until) {
            changes.add(day);
        }
    }

    /** What clawbacks, which add up to at most everything, leave of a day. */
    private static long leftOn(LocalDate day, List<Clawback> clawbacks) {
        long taken = 0;
        for (var clawback : clawbacks) {
            taken += clawback.covers(day) ? clawback.tenThousandths() : 0;
        }
        return Clawback.WHOLE - Math.min(Clawback.WHOLE, taken);
    }
}
