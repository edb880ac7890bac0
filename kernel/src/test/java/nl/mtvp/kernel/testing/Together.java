package nl.mtvp.kernel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does several things at the same moment, as far as the machine allows: for tests of races. */
public final class Together {

    private Together() {}

    /**
     * Answers what each of the numbered actions answered, in the order of their numbers. All wait until the last one is
     * ready to begin.
     *
     * @throws AssertionError if one of them threw
     */
    public static <T> List<T> of(int count, IntFunction<T> action) {
        var barrier = new CyclicBarrier(count);
        var pool = Executors.newFixedThreadPool(count);
        try {
            var futures = pool.invokeAll(IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> {
                        barrier.await();
                        return action.apply(number);
                    })
                    .toList());
            var answers = new ArrayList<T>(count);
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
