package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.PAYMENT;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.mtvp.suite.common.StoryFailure;
import nl.mtvp.suite.stack.Stack;

/** Kills payment-service while something is asked of it, at a random moment, as often as it was told to; or never. */
final class Knife {

    private final Stack stack;
    private final Random random;
    private int kills;

    Knife(Stack stack, Random random, int kills) {
        this.stack = stack;
        this.random = random;
        this.kills = kills;
    }

    static Knife none() {
        return new Knife(null, null, 0);
    }

    /**
     * Asks, and lets the service die within some milliseconds of that. When it is up again, whoever asked looks and asks
     * once more.
     *
     * @param withinMillis how long what is asked may take
     */
    void during(int withinMillis, Runnable asked, Runnable look) {
        if (kills == 0) {
            asked.run();
            return;
        }
        kills--;
        var asking = CompletableFuture.runAsync(() -> {
            try {
                asked.run();
            } catch (StoryFailure brokenOff) {
                // The service died before it answered, as it should.
            }
        });
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(withinMillis));
            stack.kill(PAYMENT);
            asking.join();
            stack.startAgain(PAYMENT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("stopped while killing", stopped);
        }
        look.run();
        asked.run();
    }
}
