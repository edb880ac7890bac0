package nl.mtvp.suite.story;

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
        var until = Instant.now().plus(AT_MOST);
        while (true) {
            var answer = question.get();
            if (hoped.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(until)) {
                throw new StoryFailure(what + " did not happen within " + AT_MOST.toSeconds() + " s; last: " + answer);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoryFailure("stopped while waiting: " + what, stopped);
            }
        }
    }
}
