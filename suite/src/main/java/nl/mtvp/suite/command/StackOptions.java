package nl.mtvp.suite.command;

import java.nio.file.Path;
import java.time.Instant;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Ports;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that starts a stack. */
public final class StackOptions {

    @Mixin
    private DataOption data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private int portBase;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "" + Ports.BASE_DEFAULT,
            description = {
                "Keycloak listens on this port, plan-, contract-, payment-service, PostgreSQL and the portal simulator",
                "on the next of them;",
                "a port that is taken is replaced by a free one, and that is said (default: ${DEFAULT-VALUE})"
            })
    void portBase(int base) {
        if (base < Ports.BASE_MIN || base > Ports.BASE_MAX) {
            throw new ParameterException(
                    command.commandLine(),
                    "--port-base is from " + Ports.BASE_MIN + " to " + Ports.BASE_MAX
                            + ", so that there are ports enough after it; here it is " + base);
        }
        portBase = base;
    }

    /** The stack's folder. */
    Path folder() {
        return data.folder();
    }

    Options beginningAt(Instant moment) {
        return beginningAt(moment, false);
    }

    Options beginningAt(Instant moment, boolean keepsData) {
        return new Options(data.folder(), portBase, moment, keepsData, null, null);
    }
}
