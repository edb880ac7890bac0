package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.identity.Tokens;
import nl.mtvp.suite.stack.StackRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints an access token, to paste into a first call. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        header = "Prints an access token of somebody in a running stack.",
        description = {
            "A person logs in with authorization code and PKCE, a system with its own key; the token lasts ten minutes.",
            "Example:",
            "  curl -H \"Authorization: Bearer $(./mtvp token buyer-3311)\" http://127.0.0.1:8181/v1/interventions"
        })
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "USER", description = "a name that ./mtvp up printed, such as buyer-3311 or auditor")
    private String user;

    @Override
    public Integer call() {
        var tokens = new Tokens(StackRecord.read(data.folder()).directory());
        spec.commandLine().getOut().println(tokens.of(user));
        return 0;
    }
}
