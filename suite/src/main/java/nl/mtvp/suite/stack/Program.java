package nl.mtvp.suite.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A program that the launcher runs, with its log. It can be killed and started again. When it will not start, the failure
 * shows the log's end.
 */
final class Program implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int TAIL_LINES = 25;
    private static final List<String> FOREIGN = List.of("QUARKUS_", "KC_", "MTVP_", "SMALLRYE_");
    /**
     * Two pools for native memory instead of glibc's eight per processor: those of a Java program that has started
     * are mostly empty, and resident all the same.
     */
    private static final Map<String, String> MODEST = Map.of("MALLOC_ARENA_MAX", "2");

    private static final Duration TELL_EVERY = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final Path log;
    private final ProcessList processes;
    private volatile Process process;
    /** The process whose end is wanted. */
    private volatile Process ending;

    /**
     * @param command as it is at each start
     * @param environment what only this program may know, such as its passwords: a command line is public
     */
    Program(String name, Supplier<List<String>> command, Map<String, String> environment, Site site, String log) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = site.folder().logs().resolve(log);
        this.processes = site.processes();
    }

    Program start() {
        var builder = new ProcessBuilder(command.get())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .directory(log.getParent().toFile());
        builder.environment().keySet().removeIf(key -> FOREIGN.stream().anyMatch(key::startsWith));
        builder.environment().putAll(MODEST);
        builder.environment().putAll(environment);
        try {
            var started = builder.start();
            process = started;
            processes.add(name, started.toHandle());
            started.onExit().thenRun(() -> {
                if (ending != started) {
                    processes.died(failure("ended by itself with exit code " + started.exitValue()));
                }
            });
            return this;
        } catch (IOException failure) {
            throw new StackFailure(name + " cannot be started: " + failure.getMessage(), failure);
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /**
     * @param ready what answers with 200 then
     * @param say hears now and then that it is still waited for
     * @throws StackFailure if it ends, or is not ready in time
     */
    void awaitReady(URI ready, Consumer<String> say) throws InterruptedException {
        var began = Instant.now();
        var until = began.plus(START_MAX);
        var tell = began.plus(TELL_EVERY);
        while (!(answersOk(ready) && process.isAlive())) {
            if (!process.isAlive()) {
                throw failure("ended by itself with exit code " + process.exitValue());
            }
            if (Instant.now().isAfter(until)) {
                throw failure("was not ready within " + START_MAX.toSeconds() + " s");
            }
            if (Instant.now().isAfter(tell)) {
                say.accept("still waiting for " + name + " to be ready, after "
                        + Duration.between(began, tell).toSeconds() + " s");
                tell = tell.plus(TELL_EVERY);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Whether something answers yet, with 200. */
    static boolean answersOk(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for a program that does one thing and ends. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        ending = process;
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw failure("did not end within " + atMost.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw failure("failed with exit code " + process.exitValue());
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as a power cut would (SIGKILL). */
    void kill() {
        ending = process;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end; {@link #close} waits. */
    void ask() {
        ending = process;
        process.destroy();
    }

    @Override
    public void close() {
        ending = process;
        var descendants = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException hurried) {
            kill();
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private StackFailure failure(String what) {
        return new StackFailure(name + " " + what + ". Its log, " + log + ", ends with:\n" + tail());
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()))
                    .indent(4);
        } catch (IOException unreadable) {
            return "(the log cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
