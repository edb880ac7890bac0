package nl.mtvp.suite.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.suite.stack.StartRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stack and stays until it is stopped. */
@Command(
        name = "up",
        header = "Starts everything and stays; prints the URLs, who can log in, and how to get a token.",
        description = "Stop it with Ctrl-C. Each start begins anew, unless it is told to keep the data.")
public final class UpCommand extends SuiteCommand {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Mixin
    private StackOptions options;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "the date that the suite believes it is, such as 2023-05-20; it runs on (default: today)")
    private LocalDate today;

    @Option(
            names = "--keep-data",
            description = "go on with what a stack had in this folder before: its data, its portal's book, its date")
    private boolean keepsData;

    @Override
    public Integer call() throws InterruptedException {
        var beginsAt = today == null ? null : StoryClock.morningOf(today);
        try (var stack = Stack.start(Installation.found(), options.beginningAt(beginsAt, keepsData), this::say)) {
            Guide.print(out(), stack);
            stay(stack, this::say);
        }
        return 0;
    }

    /**
     * Until Ctrl-C, which ends this program; the stack is closed on the way out. Starts services again when it is asked to.
     *
     * @throws StackFailure when one of the programs ended and nobody had it started again
     */
    static void stay(Stack stack, Consumer<String> say) throws InterruptedException {
        StackFailure dead = null;
        var until = Instant.MAX;
        while (true) {
            var death = stack.death(LOOK_AGAIN);
            if (death != null && !stack.isClosing()) {
                dead = death;
                until = Instant.now().plus(GRACE);
                say.accept(death.getMessage());
                say.accept("./mtvp start SERVICE starts a service again; otherwise all of it ends in "
                        + GRACE.toSeconds() + " s");
            }
            StartRequests.answer(stack);
            if (dead != null && Arrays.stream(Service.values()).allMatch(stack::runs) && stack.othersRun()) {
                dead = null;
            }
            if (dead != null && Instant.now().isAfter(until)) {
                throw dead;
            }
        }
    }
}
