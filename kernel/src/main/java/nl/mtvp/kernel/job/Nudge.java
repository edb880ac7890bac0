package nl.mtvp.kernel.job;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Lets a job look for work at once, besides at its turns. It looks in one thread; who asks while it looks is heard when
 * it is done, and everybody who asked by then is heard at once.
 */
public final class Nudge implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor thread;
    private final Runnable look;

    public Nudge(String name, Runnable look) {
        this.look = look;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                task -> {
                    var worker = new Thread(task, name);
                    worker.setDaemon(true);
                    return worker;
                },
                new DiscardPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    public void soon() {
        thread.execute(look);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
