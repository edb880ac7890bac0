package nl.mtvp.suite.command;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.mtvp.suite.bench.AuditBenchmark;
import nl.mtvp.suite.bench.Benchmark;
import nl.mtvp.suite.bench.IonBenchmark;
import nl.mtvp.suite.bench.LedgerMaker;
import nl.mtvp.suite.bench.NeighboursBenchmark;
import nl.mtvp.suite.bench.OffersBenchmark;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.bench.RunBenchmark;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Crowd;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
        subcommands = CommandLine.HelpCommand.class)
public final class BenchCommand extends SuiteCommand {

    @Override
    public Integer call() {
        throw wrong("say what to measure: offers, ion, run, audit, neighbours");
    }

    /** D24: a large tranche in one request. */
    @Command(
            name = OffersBenchmark.NAME,
            mixinStandardHelpOptions = true,
            header = "One NDJSON request of 5,000 offers, some of them faulty: seconds, heap, and delivery to the"
                    + " portal.",
            description = "Takes a few minutes, most of which pass before the measurement.")
    int offers(@Mixin StackOptions options) {
        return measured(options.beginningAt(Crowd.BEGINS_AT), OffersBenchmark.NAME, true, OffersBenchmark::new);
    }

    /** D38, D39: the registrations of the whole country. */
    @Command(
            name = IonBenchmark.NAME,
            mixinStandardHelpOptions = true,
            header = "Ten deliveries of together 17 million registrations, and the same by hand in PostgreSQL: seconds,"
                    + " memory, ratio.",
            description = "Takes a few minutes, and 4 GB of disk. With fewer lines it writes no figures down.")
    int ion(
            @Mixin StackOptions options,
            @Option(
                            names = "--lines",
                            paramLabel = "LINES",
                            defaultValue = "" + IonBenchmark.LINES,
                            description = "of all deliveries together (default: ${DEFAULT-VALUE})")
                    int lines) {
        return measured(
                options.beginningAt(IonBenchmark.BEGINS_AT),
                IonBenchmark.NAME,
                lines == IonBenchmark.LINES,
                (stack, say) -> new IonBenchmark(stack, lines, say));
    }

    /** D43, D46, D48: a revision of everything that is booked. */
    @Command(
            name = RunBenchmark.NAME,
            mixinStandardHelpOptions = true,
            header =
                    "A tariff revision of 12 booked quarters of 50,000 contracts, and a COPY of the same rows: seconds,"
                            + " heap, ratio.",
            description = "Takes some ten minutes, and 6 GB of disk. With fewer contracts it writes no figures down.")
    int run(
            @Mixin StackOptions options,
            @Option(
                            names = "--contracts",
                            paramLabel = "CONTRACTS",
                            defaultValue = "" + RunBenchmark.CONTRACTS,
                            description = "of the larger insurer; the smaller has a tenth (default: ${DEFAULT-VALUE})")
                    int contracts) {
        return measured(
                options.beginningAt(RunBenchmark.BEGINS_AT),
                RunBenchmark.NAME,
                contracts == RunBenchmark.CONTRACTS,
                (stack, say) -> new RunBenchmark(stack, contracts, say));
    }

    /** D47, D48, D53, D54: what an auditor asks of a large ledger. */
    @Command(
            name = AuditBenchmark.NAME,
            mixinStandardHelpOptions = true,
            header = "A ledger of 10 million entries: history, balance and explanation in milliseconds, export and"
                    + " verification a second.",
            description = "Takes a few minutes, and 12 GB of disk. With fewer entries it writes no figures down.")
    int audit(
            @Mixin StackOptions options,
            @Option(
                            names = "--entries",
                            paramLabel = "ENTRIES",
                            defaultValue = "" + AuditBenchmark.ENTRIES,
                            description = "of the ledger, about (default: ${DEFAULT-VALUE})")
                    long entries) {
        return measured(
                options.beginningAt(LedgerMaker.BEGINS_AT),
                AuditBenchmark.NAME,
                entries == AuditBenchmark.ENTRIES,
                (stack, say) -> new AuditBenchmark(stack, entries, say));
    }

    /** That one client never stops the others. */
    @Command(
            name = NeighboursBenchmark.NAME,
            mixinStandardHelpOptions = true,
            header = "One client's reads alone, and beside hundreds of slow, waiting and leaving ones: p95, ratio,"
                    + " errors.",
            description = "Takes a few minutes.")
    int neighbours(@Mixin StackOptions options) {
        return measured(
                options.beginningAt(LedgerMaker.BEGINS_AT), NeighboursBenchmark.NAME, true, NeighboursBenchmark::new);
    }

    /** @param noted whether the figures are written down: not those of less than the benchmark's own size */
    private int measured(
            Options options, String name, boolean noted, BiFunction<Stack, Consumer<String>, Benchmark> benchmarkOf) {
        var installation = Installation.found();
        try (var stack = Stack.start(installation, options, this::say)) {
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
