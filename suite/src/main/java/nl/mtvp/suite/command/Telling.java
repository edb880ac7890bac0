package nl.mtvp.suite.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.suite.story.Checks;
import nl.mtvp.suite.story.Story;

/** Tells a story in a stack, unless one of its programs ends meanwhile: it cannot go on then. */
final class Telling {

    private Telling() {}

    static Checks of(Story story, Stack stack) throws InterruptedException {
        var teller = Thread.currentThread();
        var dead = new AtomicReference<StackFailure>();
        var watch = new Thread(() -> {
            try {
                while (dead.get() == null) {
                    dead.set(stack.death(Duration.ofSeconds(1)));
                }
                teller.interrupt();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
        try {
            return story.tell();
        } catch (RuntimeException broken) {
            // Whoever asked a dead service may have noticed before the watch did, or was interrupted by it.
            Thread.interrupted();
            watch.join(Duration.ofSeconds(2).toMillis());
            if (dead.get() != null) {
                dead.get().addSuppressed(broken);
                throw dead.get();
            }
            throw broken;
        } finally {
            watch.interrupt();
        }
    }
}
