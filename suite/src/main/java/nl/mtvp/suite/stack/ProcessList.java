package nl.mtvp.suite.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Io;

/**
 * The processes that a stack started, on file: so that a later start finds those that a killed launcher left. A
 * process counts as ours only if its id and its moment of start are both the noted ones.
 */
final class ProcessList {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path file;
    private volatile Consumer<StackFailure> deaths = nobodyListens -> {};

    ProcessList(Path file) {
        this.file = file;
    }

    /** @param listener hears of each program that ended though nobody asked it to */
    void onDeath(Consumer<StackFailure> listener) {
        deaths = listener;
    }

    void died(StackFailure how) {
        deaths.accept(how);
    }

    synchronized void add(String name, ProcessHandle process) {
        var started = process.info().startInstant().map(Instant::toEpochMilli).orElse(-1L);
        var line = process.pid() + " " + started + " " + name + "\n";
        Io.run(
                "cannot note the process of " + name,
                () -> Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Ends what still runs of the noted processes, politely first. Gives their names. */
    List<String> endLeftovers() {
        var left = noted().stream().filter(noted -> noted.running().isPresent()).toList();
        left.forEach(noted -> noted.running().ifPresent(ProcessHandle::destroy));
        for (var noted : left) {
            noted.running().ifPresent(process -> awaitEnd(process, GRACE));
        }
        return left.stream().map(Noted::name).toList();
    }

    /** Waits a while, and then insists. */
    static void awaitEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException deaf) {
            process.destroyForcibly();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("waiting for process " + process.pid() + " failed", impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Noted> noted() {
        return Files.exists(file)
                ? Io.get("cannot read " + file, () -> Files.readAllLines(file)).stream()
                        .map(Noted::read)
                        .toList()
                : List.of();
    }

    private record Noted(long pid, long startedMillis, String name) {

        static Noted read(String line) {
            var fields = line.split(" ", 3);
            return new Noted(Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2]);
        }

        Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> process.info()
                    .startInstant()
                    .map(start -> start.toEpochMilli() == startedMillis)
                    .orElse(false));
        }
    }
}
