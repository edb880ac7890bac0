package nl.mtvp.suite.portal;

import java.util.SplittableRandom;

/**
 * How badly the portal and the net behave. What happens to a message hangs on the seed, the message and the number of
 * the try alone, so a seed that was printed brings the same troubles again, however the threads run.
 *
 * @param failsBefore share of incoming calls that are answered 503 with nothing done
 * @param failsAfter share of incoming calls that are done, and whose answer is lost
 * @param twice share of outgoing messages that are sent a second time although they were received
 * @param receiptsLost share of outgoing messages whose receipt is lost, so that they are repeated
 * @param slowMillis incoming calls wait up to so long
 * @param lateMillis outgoing messages wait up to so long, each by itself: so they come out of order
 */
public record Mischief(
        long seed,
        double failsBefore,
        double failsAfter,
        double twice,
        double receiptsLost,
        int slowMillis,
        int lateMillis) {

    public static final Mischief NONE = new Mischief(0, 0, 0, 0, 0, 0, 0);

    public Mischief {
        for (double share : new double[] {failsBefore, failsAfter, twice, receiptsLost}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is from 0 to 1");
            }
        }
        if (failsBefore + failsAfter >= 1 || receiptsLost >= 1) {
            throw new IllegalArgumentException("something must get through at last");
        }
        if (slowMillis < 0 || lateMillis < 0) {
            throw new IllegalArgumentException("nothing comes before it was sent");
        }
    }

    /** What becomes of a call that comes in. */
    record Incoming(boolean failsBefore, boolean failsAfter, int waitMillis) {}

    /** What becomes of a message that goes out. */
    record Outgoing(boolean twice, boolean receiptLost, int waitMillis) {}

    Incoming incoming(String message, int attempt) {
        var random = random("in", message, attempt);
        double fate = random.nextDouble();
        return new Incoming(
                fate < failsBefore,
                fate >= failsBefore && fate < failsBefore + failsAfter,
                random.nextInt(slowMillis + 1));
    }

    Outgoing outgoing(String message, int attempt) {
        var random = random("out", message, attempt);
        return new Outgoing(
                random.nextDouble() < twice, random.nextDouble() < receiptsLost, random.nextInt(lateMillis + 1));
    }

    private SplittableRandom random(String direction, String message, int attempt) {
        return new SplittableRandom(seed * 31 + (direction + message + "#" + attempt).hashCode());
    }
}
