package nl.mtvp.suite.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command of the launcher, which tells what it does line by line. */
@Command(mixinStandardHelpOptions = true)
abstract class SuiteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final void print(String format, Object... arguments) {
        out().printf(format, arguments);
        out().flush();
    }

    /** The call is wrong: says so, with how it is meant. */
    final ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    final void say(String sentence) {
        print("  %s%n", sentence);
    }
}
