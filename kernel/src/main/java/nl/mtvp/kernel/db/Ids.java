package nl.mtvp.kernel.db;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes identifiers: UUIDs of version 7, so that keys are in the order of time. Those of one millisecond are in the order
 * in which this process made them, up to 4,096 of them: twelve of the random bits count.
 */
public final class Ids {

    private static final long COUNTER_BITS = 0xFFF;

    private static long lastMillis = Long.MIN_VALUE;
    private static long counter;
    private static volatile SeededIds.Sequence sequence;

    private Ids() {}

    /** @param given what decides them from now on */
    static void decidedBy(SeededIds.Sequence given) {
        sequence = given;
    }

    public static UUID at(Instant moment) {
        var seeded = sequence;
        if (seeded != null) {
            return seeded.at(moment);
        }
        var random = UuidCreator.getTimeOrderedEpoch(moment);
        long counted = count(moment.toEpochMilli());
        return new UUID(random.getMostSignificantBits() & ~COUNTER_BITS | counted, random.getLeastSignificantBits());
    }

    private static synchronized long count(long millis) {
        counter = millis == lastMillis ? counter + 1 : 0;
        lastMillis = millis;
        return counter & COUNTER_BITS;
    }
}
