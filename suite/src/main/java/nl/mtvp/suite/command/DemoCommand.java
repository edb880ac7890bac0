package nl.mtvp.suite.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.suite.story.Checks;
import nl.mtvp.suite.story.Seeds;
import nl.mtvp.suite.story.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stack, lets it live through the story of UNICUM, and checks every figure. */
@Command(
        name = "demo",
        header = "Starts everything, runs the UNICUM story from registration to audit, checks every figure, and stops.",
        description = {
            "Ends with 'demo: N checks passed, 0 failed' and exit code 0; 1 when a check failed or the story broke.",
            "It plays from March 2023 to April 2024: the suite's clock is set, as is allowed in the local profile only."
        })
public final class DemoCommand extends SuiteCommand {

    @Mixin
    private StackOptions options;

    @Option(names = "--keep", description = "leave everything running at the end, until Ctrl-C")
    private boolean keep;

    @Option(
            names = "--seed",
            paramLabel = "HEX",
            defaultValue = Seeds.DEFAULT,
            description = {
                "64 hexadecimal digits: the notary's seed for each draw is made from it and the round's name, and so"
                        + " are",
                "the services' ids; the same seed gives the same draws and figures",
                "(default: ${DEFAULT-VALUE})"
            })
    private String seed;

    @Override
    public Integer call() throws InterruptedException {
        var seeds = new Seeds(seed);
        var began = Instant.now();
        try (var stack = Stack.start(
                Installation.found(), options.beginningAt(Story.BEGINS_AT).withIds(seed), this::say)) {
            if (!keep) {
                stack.leaveOnlyLogs();
            }
            var checks = told(stack, new Story(stack, seeds, out(), System.console() != null));
            long seconds = Duration.between(began, Instant.now()).toSeconds();
            print("%nTold in %d s; logs in %s%n", seconds, stack.folder().logs());
            print("demo: %d checks passed, %d failed%n", checks.passed(), checks.failed());
            if (keep) {
                Guide.print(out(), stack);
                UpCommand.stay(stack, this::say);
            }
            return checks.failed() == 0 ? 0 : 1;
        }
    }

    /** Tells the story, unless one of the programs ends meanwhile: it cannot go on then. */
    private static Checks told(Stack stack, Story story) throws InterruptedException {
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
