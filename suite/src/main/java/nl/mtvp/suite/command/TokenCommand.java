package nl.mtvp.suite.command;

import nl.mtvp.suite.identity.Tokens;
import nl.mtvp.suite.stack.StackRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an access token, to paste into a first call. */
@Command(
        name = "token",
        header = "Prints an access token of somebody in a running stack.",
        description = {
            "A person logs in with authorization code and PKCE, a system with its own key; the token lasts ten"
                    + " minutes.",
            "Example:",
            "  curl -H \"Authorization: Bearer $(./mtvp token buyer-3311)\" http://127.0.0.1:8181/v1/interventions"
        })
public final class TokenCommand extends SuiteCommand {

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "USER", description = "a name that ./mtvp up printed, such as buyer-3311 or auditor")
    private String user;

    @Override
    public Integer call() {
        var tokens = new Tokens(StackRecord.read(data.folder()).directory());
        out().println(tokens.of(user));
        return 0;
    }
}
