package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code ./mtvp up --with-story} in this JVM, from its start to what Ctrl-C does to it. */
final class RunningStory {

    private static final String READY = "Ctrl-C stops everything.";
    private static final Duration READY_WITHIN = Duration.ofMinutes(15);

    private final StringWriter said = new StringWriter();
    private final AtomicInteger code = new AtomicInteger(-1);
    private final Thread launcher;

    private RunningStory(String... arguments) {
        var out = new PrintWriter(said, true);
        launcher = new Thread(
                () -> code.set(Mtvp.commandLine().setOut(out).setErr(out).execute(arguments)), "up");
        launcher.start();
    }

    /** Once it stays. */
    static RunningStory in(Path data, int portBase, String seed) throws InterruptedException {
        var story = new RunningStory(
                "up",
                "--with-story",
                "--seed",
                seed,
                "--data",
                data.toString(),
                "--port-base",
                Integer.toString(portBase));
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!story.said().contains(READY) && story.launcher.isAlive() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return story;
    }

    String said() {
        return said.toString();
    }

    boolean stays() {
        return launcher.isAlive() && code.get() == -1;
    }

    void stop() throws InterruptedException {
        launcher.interrupt();
        launcher.join(TimeUnit.MINUTES.toMillis(2));
        assertTrue(!launcher.isAlive(), "the stack is closed");
    }
}
