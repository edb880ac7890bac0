package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.bench.OffersBenchmark;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Crowd;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures; each benchmark is a command of its own below this one. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        header = "Measures the suite on this machine, and writes the figures to docs/benchmarks.md.",
        description = {
            "Each benchmark starts a stack of its own, makes its data, measures, and checks that the work was right.",
            "Exit code 1 when a requirement is not met. Let the machine do nothing else meanwhile."
        },
        subcommands = {
            BenchCommand.Offers.class,
            BenchIonCommand.class,
            BenchRunCommand.class,
            BenchAuditCommand.class,
            BenchNeighboursCommand.class,
            CommandLine.HelpCommand.class
        })
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to measure: offers, ion, run, audit, neighbours");
    }

    /** D24: a large tranche in one request. */
    @Command(
            name = OffersBenchmark.NAME,
            mixinStandardHelpOptions = true,
            header = "One NDJSON request of 5,000 offers, some of them faulty: seconds, heap, and delivery to the"
                    + " portal.",
            description = "Takes a few minutes, most of which pass before the measurement.")
    static final class Offers implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private StackOptions options;

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            var installation = Installation.found();
            try (var stack =
                    Stack.start(installation, options.beginningAt(Crowd.BEGINS_AT), said -> UpCommand.say(out, said))) {
                stack.leaveOnlyLogs();
                var benchmark = new OffersBenchmark(stack, said -> UpCommand.say(out, said));
                boolean good = benchmark.run();
                out.printf("%n%s%n", benchmark.report());
                out.flush();
                Results.write(
                        installation.home().resolve("docs/benchmarks.md"), OffersBenchmark.NAME, benchmark.report());
                return good ? 0 : 1;
            }
        }
    }
}
