package nl.mtvp.payment.entitlement.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A period over which a part of the money is taken back (D34).
 *
 * @param until the first day that it leaves alone
 * @param tenThousandths the part: 10,000 is all of it, 3,333 is 33.33 %
 */
public record Clawback(LocalDate from, LocalDate until, int tenThousandths, Source source) {

    public static final int WHOLE = 10_000;

    public Clawback {
        Objects.requireNonNull(source, "source");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a clawback is over at least one day");
        }
        if (tenThousandths < 1 || tenThousandths > WHOLE) {
            throw new IllegalArgumentException("a clawback takes more than nothing and at most everything");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
