package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.bench.NeighboursBenchmark;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** That one client never stops the others. */
@Command(
        name = NeighboursBenchmark.NAME,
        mixinStandardHelpOptions = true,
        header = "One client's reads alone, and beside hundreds of slow, waiting and leaving ones: p95, ratio, errors.",
        description = "Takes a few minutes.")
final class BenchNeighboursCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions options;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var installation = Installation.found();
        try (var stack = Stack.start(
                installation, options.beginningAt(NeighboursBenchmark.beginsAt()), said -> UpCommand.say(out, said))) {
            stack.leaveOnlyLogs();
            var benchmark = new NeighboursBenchmark(stack, said -> UpCommand.say(out, said));
            boolean good = benchmark.run();
            out.printf("%n%s%n", benchmark.report());
            out.flush();
            Results.write(
                    installation.home().resolve("docs/benchmarks.md"), NeighboursBenchmark.NAME, benchmark.report());
            return good ? 0 : 1;
        }
    }
}
