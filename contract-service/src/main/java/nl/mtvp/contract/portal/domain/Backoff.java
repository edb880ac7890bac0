package nl.mtvp.contract.portal.domain;

import java.time.Duration;

/** How long to wait after a failed attempt: twice as long each time up to an hour, and some of it by chance. */
public final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int DOUBLINGS_MAX = 12;

    private Backoff() {}

    /**
     * @param attempts made so far, at least one
     * @param chance from 0 up to 1: half of the pause depends on it, so that many senders do not come back together
     */
    public static Duration after(int attempts, double chance) {
        var whole = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
        long millis = Math.min(whole.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis / 2 + (long) (millis / 2 * chance));
    }
}
