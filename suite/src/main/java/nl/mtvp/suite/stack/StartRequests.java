package nl.mtvp.suite.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Service;

/**
 * How one launcher asks another, which has a stack running, to start a service again: by a file in the stack's folder. Only
 * the one that started the stack knows the service's passwords and ports.
 */
public final class StartRequests {

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(10);
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_MILLIS = 200;

    private StartRequests() {}

    /** Does what is asked for; looks once. */
    public static void answer(Stack stack) {
        for (var service : Service.values()) {
            var request = StackFolder.startRequest(stack.folder().root(), service);
            if (Files.exists(request)) {
                if (!stack.runs(service)) {
                    stack.launch(service);
                }
                delete(request);
            }
        }
    }

    /**
     * Asks for a service, and waits until it answers.
     *
     * @throws StackFailure if no launcher hears, or the service does not start
     */
    public static void ask(Path folder, Service service) throws InterruptedException {
        var record = StackRecord.read(folder);
        var root = StackFolder.record(folder.toAbsolutePath().normalize()).getParent();
        var request = StackFolder.startRequest(root, service);
        Io.run("nothing can be asked of the stack in " + root, () -> Files.writeString(request, ""));
        if (!within(HEARD_WITHIN, () -> !Files.exists(request))) {
            delete(request);
            throw new StackFailure("nobody hears: the stack in " + root + " is not one of ./mtvp up or demo --keep");
        }
        var ready = record.management().get(service.module()).resolve("/q/health/ready");
        if (!within(READY_WITHIN, () -> Program.answersOk(ready))) {
            throw new StackFailure(service.module() + " was not ready within " + READY_WITHIN.toSeconds()
                    + " s; its log is " + root.resolve("logs").resolve(service.module() + ".log"));
        }
    }

    private static boolean within(Duration atMost, java.util.function.BooleanSupplier done)
            throws InterruptedException {
        var until = Instant.now().plus(atMost);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        return true;
    }

    private static void delete(Path request) {
        Io.run("the request cannot be deleted", () -> Files.deleteIfExists(request));
    }
}
