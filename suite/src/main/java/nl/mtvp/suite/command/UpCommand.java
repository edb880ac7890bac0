package nl.mtvp.suite.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StoryClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts an empty stack and stays until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        header = "Starts everything, empty, and stays; prints the URLs, who can log in, and how to get a token.",
        description = "Stop it with Ctrl-C. Each start begins anew.")
public final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions options;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "the date that the suite believes it is, such as 2023-05-20; it runs on (default: today)")
    private LocalDate today;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var beginsAt = today == null
                ? Instant.now()
                : today.atTime(LocalTime.of(9, 0)).atZone(StoryClock.ZONE).toInstant();
        try (var stack = Stack.start(Installation.found(), options.beginningAt(beginsAt), said -> say(out, said))) {
            Guide.print(out, stack);
            stay();
        }
        return 0;
    }

    static void say(PrintWriter out, String sentence) {
        out.println("  " + sentence);
        out.flush();
    }

    /** Until Ctrl-C, which ends this program; the stack is closed on the way out. */
    static void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
