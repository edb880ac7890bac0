package nl.mtvp.payment.entitlement.db;

import java.time.LocalDate;
import java.util.List;

/**
 * A fact with the days on which it holds.
 *
 * @param until the first day on which it does not; null while that is open
 */
record Dated<T>(LocalDate from, LocalDate until, T fact) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The fact of a day, of which the database keeps at most one; null when there is none. */
    static <T> T on(LocalDate day, List<Dated<T>> facts) {
        for (var dated : facts) {
            if (dated.covers(day)) {
                return dated.fact();
            }
        }
        return null;
    }
}
