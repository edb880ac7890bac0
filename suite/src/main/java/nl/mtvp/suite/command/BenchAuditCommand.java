package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.bench.AuditBenchmark;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** D47, D48, D53, D54: what an auditor asks of a large ledger. */
@Command(
        name = AuditBenchmark.NAME,
        mixinStandardHelpOptions = true,
        header =
                "A ledger of 10 million entries: history, balance and explanation in milliseconds, export and verification a second.",
        description = "Takes a few minutes, and 12 GB of disk. With fewer entries it writes no figures down.")
final class BenchAuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions options;

    @Option(
            names = "--entries",
            paramLabel = "ENTRIES",
            defaultValue = "" + AuditBenchmark.ENTRIES,
            description = "of the ledger, about (default: ${DEFAULT-VALUE})")
    private long entries;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var installation = Installation.found();
        try (var stack = Stack.start(
                installation, options.beginningAt(AuditBenchmark.beginsAt()), said -> UpCommand.say(out, said))) {
            stack.leaveOnlyLogs();
            var benchmark = new AuditBenchmark(stack, entries, said -> UpCommand.say(out, said));
            boolean good = benchmark.run();
            out.printf("%n%s%n", benchmark.report());
            out.flush();
            if (entries == AuditBenchmark.ENTRIES) {
                Results.write(
                        installation.home().resolve("docs/benchmarks.md"), AuditBenchmark.NAME, benchmark.report());
            }
            return good ? 0 : 1;
        }
    }
}
