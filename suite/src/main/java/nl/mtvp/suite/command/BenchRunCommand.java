package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.bench.RunBenchmark;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** D43, D46, D48: a revision of everything that is booked. */
@Command(
        name = RunBenchmark.NAME,
        mixinStandardHelpOptions = true,
        header = "A tariff revision of 12 booked quarters of 50,000 contracts, and a COPY of the same rows: seconds,"
                + " heap, ratio.",
        description = "Takes some ten minutes, and 6 GB of disk. With fewer contracts it writes no figures down.")
final class BenchRunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions options;

    @Option(
            names = "--contracts",
            paramLabel = "CONTRACTS",
            defaultValue = "" + RunBenchmark.CONTRACTS,
            description = "of the larger insurer; the smaller has a tenth (default: ${DEFAULT-VALUE})")
    private int contracts;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var installation = Installation.found();
        try (var stack = Stack.start(
                installation, options.beginningAt(RunBenchmark.beginsAt()), said -> UpCommand.say(out, said))) {
            stack.leaveOnlyLogs();
            var benchmark = new RunBenchmark(stack, said -> UpCommand.say(out, said));
            boolean good = benchmark.run(contracts);
            out.printf("%n%s%n", benchmark.report());
            out.flush();
            if (contracts == RunBenchmark.CONTRACTS) {
                Results.write(installation.home().resolve("docs/benchmarks.md"), RunBenchmark.NAME, benchmark.report());
            }
            return good ? 0 : 1;
        }
    }
}
