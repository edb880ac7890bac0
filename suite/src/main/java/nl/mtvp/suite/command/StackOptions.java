package nl.mtvp.suite.command;

import java.time.Instant;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Ports;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that starts a stack. */
public final class StackOptions {

    @Mixin
    private DataOption data;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "" + Ports.BASE_DEFAULT,
            description = {
                "Keycloak listens on this port, plan-, contract-, payment-service, PostgreSQL and the portal simulator",
                "on the seven after it;",
                "a port that is taken is replaced by a free one, and that is said (default: ${DEFAULT-VALUE})"
            })
    private int portBase;

    Options beginningAt(Instant moment) {
        return beginningAt(moment, false);
    }

    Options beginningAt(Instant moment, boolean keepsData) {
        return new Options(data.folder(), portBase, moment, keepsData, null, null);
    }
}
