package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.bench.IonBenchmark;
import nl.mtvp.suite.bench.Results;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** D38, D39: the registrations of the whole country. */
@Command(
        name = IonBenchmark.NAME,
        mixinStandardHelpOptions = true,
        header =
                "Ten deliveries of together 17 million registrations, and the same by hand in PostgreSQL: seconds, memory, ratio.",
        description = "Takes a few minutes, and 4 GB of disk. With fewer lines it writes no figures down.")
final class BenchIonCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions options;

    @Option(
            names = "--lines",
            paramLabel = "LINES",
            defaultValue = "" + IonBenchmark.LINES,
            description = "of all deliveries together (default: ${DEFAULT-VALUE})")
    private int lines;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var installation = Installation.found();
        try (var stack = Stack.start(
                installation, options.beginningAt(IonBenchmark.beginsAt()), said -> UpCommand.say(out, said))) {
            stack.leaveOnlyLogs();
            var benchmark = new IonBenchmark(stack, said -> UpCommand.say(out, said));
            boolean good = benchmark.run(lines);
            out.printf("%n%s%n", benchmark.report());
            out.flush();
            if (lines == IonBenchmark.LINES) {
                Results.write(installation.home().resolve("docs/benchmarks.md"), IonBenchmark.NAME, benchmark.report());
            }
            return good ? 0 : 1;
        }
    }
}
