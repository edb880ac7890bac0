package nl.mtvp.suite.command;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.mtvp.suite.bench.AuditBenchmark;
import nl.mtvp.suite.bench.Benchmark;
import nl.mtvp.suite.bench.IonBenchmark;
import nl.mtvp.suite.bench.NeighboursBenchmark;
import nl.mtvp.suite.bench.OffersBenchmark;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.bench.RunBenchmark;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Crowd;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            BenchCommand.Ion.class,
            BenchCommand.Run.class,
            BenchCommand.Audit.class,
            BenchCommand.Neighbours.class,
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

    private abstract static class Measuring extends SuiteCommand {

        @Mixin
        private StackOptions options;

        /** @param noted whether the figures are written down: not those of less than the benchmark's own size */
        final int measured(
                String name,
                Instant beginsAt,
                boolean noted,
                BiFunction<Stack, Consumer<String>, Benchmark> benchmarkOf) {
            var installation = Installation.found();
            try (var stack = Stack.start(installation, options.beginningAt(beginsAt), this::say)) {
                stack.leaveOnlyLogs();
                var benchmark = benchmarkOf.apply(stack, this::say);
                boolean good = benchmark.run();
                print("%n%s%n", benchmark.report());
                if (noted) {
                    Results.write(installation.home().resolve("docs/benchmarks.md"), name, benchmark.report());
                }
                return good ? 0 : 1;
            }
        }
    }

    /** D24: a large tranche in one request. */
    @Command(
            name = OffersBenchmark.NAME,
            header = "One NDJSON request of 5,000 offers, some of them faulty: seconds, heap, and delivery to the"
                    + " portal.",
            description = "Takes a few minutes, most of which pass before the measurement.")
    static final class Offers extends Measuring {

        @Override
        public Integer call() {
            return measured(OffersBenchmark.NAME, Crowd.BEGINS_AT, true, OffersBenchmark::new);
        }
    }

    /** D38, D39: the registrations of the whole country. */
    @Command(
            name = IonBenchmark.NAME,
            header = "Ten deliveries of together 17 million registrations, and the same by hand in PostgreSQL: seconds,"
                    + " memory, ratio.",
            description = "Takes a few minutes, and 4 GB of disk. With fewer lines it writes no figures down.")
    static final class Ion extends Measuring {

        @Option(
                names = "--lines",
                paramLabel = "LINES",
                defaultValue = "" + IonBenchmark.LINES,
                description = "of all deliveries together (default: ${DEFAULT-VALUE})")
        private int lines;

        @Override
        public Integer call() {
            return measured(
                    IonBenchmark.NAME,
                    IonBenchmark.BEGINS_AT,
                    lines == IonBenchmark.LINES,
                    (stack, say) -> new IonBenchmark(stack, lines, say));
        }
    }

    /** D43, D46, D48: a revision of everything that is booked. */
    @Command(
            name = RunBenchmark.NAME,
            header =
                    "A tariff revision of 12 booked quarters of 50,000 contracts, and a COPY of the same rows: seconds,"
                            + " heap, ratio.",
            description = "Takes some ten minutes, and 6 GB of disk. With fewer contracts it writes no figures down.")
    static final class Run extends Measuring {

        @Option(
                names = "--contracts",
                paramLabel = "CONTRACTS",
                defaultValue = "" + RunBenchmark.CONTRACTS,
                description = "of the larger insurer; the smaller has a tenth (default: ${DEFAULT-VALUE})")
        private int contracts;

        @Override
        public Integer call() {
            return measured(
                    RunBenchmark.NAME,
                    RunBenchmark.BEGINS_AT,
                    contracts == RunBenchmark.CONTRACTS,
                    (stack, say) -> new RunBenchmark(stack, contracts, say));
        }
    }

    /** D47, D48, D53, D54: what an auditor asks of a large ledger. */
    @Command(
            name = AuditBenchmark.NAME,
            header = "A ledger of 10 million entries: history, balance and explanation in milliseconds, export and"
                    + " verification a second.",
            description = "Takes a few minutes, and 12 GB of disk. With fewer entries it writes no figures down.")
    static final class Audit extends Measuring {

        @Option(
                names = "--entries",
                paramLabel = "ENTRIES",
                defaultValue = "" + AuditBenchmark.ENTRIES,
                description = "of the ledger, about (default: ${DEFAULT-VALUE})")
        private long entries;

        @Override
        public Integer call() {
            return measured(
                    AuditBenchmark.NAME,
                    AuditBenchmark.BEGINS_AT,
                    entries == AuditBenchmark.ENTRIES,
                    (stack, say) -> new AuditBenchmark(stack, entries, say));
        }
    }

    /** That one client never stops the others. */
    @Command(
            name = NeighboursBenchmark.NAME,
            header = "One client's reads alone, and beside hundreds of slow, waiting and leaving ones: p95, ratio,"
                    + " errors.",
            description = "Takes a few minutes.")
    static final class Neighbours extends Measuring {

        @Override
        public Integer call() {
            return measured(NeighboursBenchmark.NAME, NeighboursBenchmark.BEGINS_AT, true, NeighboursBenchmark::new);
        }
    }
}
