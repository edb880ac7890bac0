package nl.mtvp.suite.command;

import java.time.Duration;
import java.time.Instant;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Landmarks;
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

    @Mixin
    private SeedOption seed;

    @Override
    public Integer call() throws InterruptedException {
        var seeds = seed.seeds();
        var began = Instant.now();
        try (var stack = Stack.start(
                Installation.found(), options.beginningAt(Story.BEGINS_AT).withIds(seed.hex()), this::say)) {
            if (!keep) {
                stack.leaveOnlyLogs();
            }
            var checks = Telling.of(new Story(stack, seeds, out(), System.console() != null), stack);
            long seconds = Duration.between(began, Instant.now()).toSeconds();
            print("%nTold in %d s; logs in %s%n", seconds, stack.folder().logs());
            print("To call the APIs with this data in them: ./mtvp up --with-story, and docs/guides%n");
            print("demo: %d checks passed, %d failed%n", checks.passed(), checks.failed());
            if (keep) {
                Guide.print(out(), stack, Landmarks.in(stack));
                UpCommand.stay(stack, this::say);
            }
            return checks.failed() == 0 ? 0 : 1;
        }
    }
}
