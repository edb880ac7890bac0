package nl.mtvp.kernel.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NudgeTest {

    @Test
    void who_asks_while_it_looks_is_heard_once_afterwards_with_all_others() throws Exception {
        var looks = new AtomicInteger();
        var begun = new Semaphore(0);
        var goOn = new Semaphore(0);
        try (var nudge = new Nudge("trial", () -> {
            looks.incrementAndGet();
            begun.release();
            goOn.acquireUninterruptibly();
        })) {
            nudge.soon();
            assertTrue(begun.tryAcquire(10, SECONDS));
            nudge.soon();
            nudge.soon();
            nudge.soon();
            assertEquals(1, looks.get());
            goOn.release(2);
            assertTrue(begun.tryAcquire(10, SECONDS));
            assertEquals(2, looks.get());
            goOn.release();
            assertTrue(!begun.tryAcquire(1, SECONDS), "the three were heard at once");
        }
    }
}
