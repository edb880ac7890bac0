package nl.mtvp.suite.common;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is as hoped: for what a service does in its own time. */
public final class Waiting {

    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 100;

    private Waiting() {}

    /** @param what for the message of the failure, when it takes too long */
    public static <T> T until(String what, Supplier<T> question, Predicate<T> hoped) {
        return until(what, AT_MOST, PAUSE_MILLIS, question, hoped);
    }

    /** @param pauseMillis between an answer and the next question */
    public static <T> T until(
            String what, Duration atMost, long pauseMillis, Supplier<T> question, Predicate<T> hoped) {
        var until = Instant.now().plus(atMost);
        while (true) {
            var answer = question.get();
            if (hoped.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(until)) {
                throw new StoryFailure(what + " did not happen within " + atMost.toSeconds() + " s; last: " + answer);
            }
            pause(what, pauseMillis);
        }
    }

    /** @param what is waited for */
    public static void pause(String what, long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("stopped while waiting: " + what, stopped);
        }
    }
}
