package nl.mtvp.suite.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.suite.stack.StackFolder;
import nl.mtvp.suite.stack.StartRequests;
import nl.mtvp.suite.story.Checks;
import nl.mtvp.suite.story.Landmarks;
import nl.mtvp.suite.story.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stack and stays until it is stopped. */
@Command(
        name = "up",
        header = "Starts everything and stays; prints the URLs, who can log in, and how to get a token.",
        description = {
            "Stop it with Ctrl-C. Each start begins anew, unless it is told to keep the data.",
            "With the story there is something to call at once: plans, a draw, contracts, deliveries, runs, a payout."
        })
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

    @Option(
            names = "--with-story",
            description = "begin with the data of the demonstration's story (March 2023 to April 2024): two minutes")
    private boolean withStory;

    @Mixin
    private SeedOption seed;

    @Override
    public Integer call() throws InterruptedException {
        boolean isTold = keepsData && StackFolder.holdsStory(options.folder());
        boolean tells = withStory && !isTold;
        refuseWhatMakesNoStory(tells);
        try (var stack = Stack.start(Installation.found(), tells ? forTheStory() : forToday(), this::say)) {
            if (tells && !told(stack)) {
                return 1;
            }
            Guide.print(out(), stack, tells || isTold ? Landmarks.in(stack) : List.of());
            stay(stack, this::say);
        }
        return 0;
    }

    private void refuseWhatMakesNoStory(boolean tells) {
        if (withStory && today != null) {
            throw wrong(
                    "--with-story has its own time, and --today has no say in it; ./mtvp clock moves on from there");
        }
        if (tells && keepsData && StackFolder.holdsData(options.folder())) {
            throw wrong(options.folder() + " holds data without the story, or with a part of it, and the story begins"
                    + " with nothing: leave --keep-data away, or --with-story, or name another folder with --data");
        }
    }

    private Options forToday() {
        return options.beginningAt(today == null ? null : StoryClock.morningOf(today), keepsData);
    }

    private Options forTheStory() {
        return options.beginningAt(Story.BEGINS_AT, keepsData).withIds(seed.hex());
    }

    /** Whether all of the story could be told, and every figure of it is right. */
    private boolean told(Stack stack) throws InterruptedException {
        var log = stack.folder().logs().resolve("story.log");
        say("telling the story, all of it to " + log);
        Checks checks;
        try (var all = new PrintWriter(Io.get("no log", () -> Files.newBufferedWriter(log)))) {
            checks = Telling.of(new Story(stack, seed.seeds(), all, this::say), stack);
        }
        say("story: %d checks passed, %d failed".formatted(checks.passed(), checks.failed()));
        if (checks.failed() == 0) {
            stack.folder().noteStory();
        }
        return checks.failed() == 0;
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
