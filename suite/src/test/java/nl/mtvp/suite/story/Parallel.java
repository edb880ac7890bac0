package nl.mtvp.suite.story;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import nl.mtvp.suite.common.StoryFailure;

/** Does independent calls several at a time. */
final class Parallel {

    private static final int THREADS = 6;

    private Parallel() {}

    /** The results in the order of what they are of. The first failure is thrown. */
    static <T, R> List<R> map(Collection<T> all, Function<T, R> call) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var running = all.stream()
                    .map(each -> threads.submit(() -> call.apply(each)))
                    .toList();
            return running.stream().map(Parallel::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(java.util.concurrent.Future<R> running) {
        try {
            return running.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new StoryFailure("a call failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("stopped", stopped);
        }
    }
}
