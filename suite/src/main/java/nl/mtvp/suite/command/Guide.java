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
                """
                  Keycloak          %s   (console: user admin, password %s)
                  portal simulator  %s   (signatories' desk: %s, password %s)
                  logs              %s

                People, all with the password %s:
                    %s
                Systems, each with its own key:
                    %s

                A first call:
                    curl -H "Authorization: Bearer $(./mtvp token buyer-3311%s)" %s/v1/interventions

                Ctrl-C stops everything.
                """,
                record.directory().issuer(),
                record.adminPassword(),
                record.portal().messages(),
                record.portal().desk(),
                record.portal().password(),
                stack.folder().logs(),
                record.directory().password(),
                Cast.summary(),
                Cast.systems().stream().map(SystemClient::id).collect(Collectors.joining(", ")),
                dataOption(stack),
                stack.address(Service.PLAN));
        out.flush();
    }

    private static String dataOption(Stack stack) {
        var folder = stack.folder().root();
        return folder.endsWith(".mtvp") ? "" : " --data '" + folder + "'";
    }
}
