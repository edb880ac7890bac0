package nl.mtvp.payment.receivable.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.time.SuiteClock;
import org.threeten.extra.YearQuarter;

/**
 * What a creditor still owes of what one posting took back (D50).
 *
 * @param cents more than zero
 */
public record OpenReceivable(UUID postingId, long postingNumber, Instant bookedAt, long cents) {

    /** How many quarters after the one of its posting it may stay open. */
    private static final int QUARTERS_MAX = 4;

    public OpenReceivable {
        if (cents <= 0) {
            throw new IllegalArgumentException("what is open is more than zero");
        }
    }

    public LocalDate bookedOn() {
        return bookedAt.atZone(SuiteClock.ZONE).toLocalDate();
    }

    public YearQuarter bookedIn() {
        return YearQuarter.from(bookedOn());
    }

    /** The day from which it is handed over: after the end of the fourth quarter after that of its posting. */
    public LocalDate collectedFrom() {
        return bookedIn().plusQuarters(QUARTERS_MAX + 1).atDay(1);
    }
}
