package nl.mtvp.suite;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import nl.mtvp.suite.command.AuditCheckCommand;
import nl.mtvp.suite.command.AuditExportCommand;
import nl.mtvp.suite.command.BenchCommand;
import nl.mtvp.suite.command.ClockCommand;
import nl.mtvp.suite.command.DemoCommand;
import nl.mtvp.suite.command.DevCommand;
import nl.mtvp.suite.command.PortalCommand;
import nl.mtvp.suite.command.StartCommand;
import nl.mtvp.suite.command.TokenCommand;
import nl.mtvp.suite.command.UpCommand;
import nl.mtvp.suite.command.VerifyDrawCommand;
import nl.mtvp.suite.stack.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher. The script {@code ./mtvp} builds when needed and runs this. */
@Command(
        name = "mtvp",
        mixinStandardHelpOptions = true,
        version = "MTVP suite 1.0.0",
        synopsisSubcommandLabel = "COMMAND",
        header =
                "Runs the MTVP suite on this machine: PostgreSQL, Keycloak, three services and a portal simulator, on loopback only.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DevCommand.class,
            StartCommand.class,
            TokenCommand.class,
            ClockCommand.class,
            PortalCommand.class,
            VerifyDrawCommand.class,
            AuditExportCommand.class,
            AuditCheckCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Needs Java 17 or later and, to build, Maven. No root, no Docker. 'mtvp COMMAND --help' tells more.",
            "Two stacks run side by side when each has its own --data folder.",
            "docs/guides walks through whole jobs.",
            "Environment: JAVA_HOME, the Java to run with; MVN, the Maven to build with (default mvn); MTVP_DATA, the",
            "folder of the stack that is meant where --data names none."
        })
public final class Mtvp implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The launcher, ready to be called: a test takes what it says. */
    public static CommandLine commandLine() {
        return new CommandLine(new Mtvp())
                .setExecutionExceptionHandler(Mtvp::explain)
                .registerConverter(LocalDate.class, Mtvp::day);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no day of the calendar; write it like 2023-05-20");
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do: demo, up, start, token, clock, portal, verify-draw, audit-export, audit-check or bench");
    }

    /** What the user can mend is told in a sentence; anything else is a fault of ours and shows where. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof StackFailure || failure instanceof IllegalArgumentException) {
            command.getErr().println(command.getColorScheme().errorText("mtvp: " + failure.getMessage()));
        } else {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
