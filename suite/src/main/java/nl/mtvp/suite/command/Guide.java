package nl.mtvp.suite.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.identity.SystemClient;
import nl.mtvp.suite.stack.Stack;

/** What somebody needs to know to use a running stack, on one screen. */
final class Guide {

    private Guide() {}

    static void print(PrintWriter out, Stack stack) {
        var record = stack.record();
        out.printf(
                "%nThe suite is up; it believes that it is %s.%n%n",
                stack.clock().today());
        for (var service : Service.values()) {
            out.printf("  %-17s %s/v1   (%2$s/v1/openapi)%n", service.module(), stack.address(service));
        }
        out.printf(
                "  %-17s %s   (console: user admin, password %s)%n",
                "Keycloak", record.directory().issuer(), record.adminPassword());
        out.printf(
                "  %-17s %s   (signatories' desk: %s, password %s)%n",
                "portal simulator",
                record.portal().messages(),
                record.portal().desk(),
                record.portal().password());
        out.printf("  %-17s %s%n%n", "logs", stack.folder().logs());
        out.printf(
                "People, all with the password %s:%n    %s%n",
                record.directory().password(), Cast.summary());
        out.printf(
                "Systems, each with its own key:%n    %s%n%n",
                Cast.systems().stream().map(SystemClient::id).collect(Collectors.joining(", ")));
        out.printf(
                "A first call:%n    curl -H \"Authorization: Bearer $(./mtvp token buyer-3311%s)\""
                        + " %s/v1/interventions%n%n",
                dataOption(stack), stack.address(Service.PLAN));
        out.printf("Ctrl-C stops everything.%n");
        out.flush();
    }

    private static String dataOption(Stack stack) {
        var folder = stack.folder().root();
        return folder.endsWith(".mtvp") ? "" : " --data '" + folder + "'";
    }
}
