package nl.mtvp.suite.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.identity.SystemClient;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Landmarks.Landmark;

/** What somebody needs to know to use a running stack, on one screen. */
final class Guide {

    private Guide() {}

    /** @param landmarks what is in it already; none in an empty one */
    static void print(PrintWriter out, Stack stack, List<Landmark> landmarks) {
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
                  Swagger UI        %s   (log in there as one of the people below)
                  logs              %s

                People, all with the password %s:
                    %s
                Systems, each with its own key:
                    %s

                """,
                record.directory().issuer(),
                record.adminPassword(),
                record.portal().messages(),
                record.portal().desk(),
                record.portal().password(),
                record.pages(),
                stack.folder().logs(),
                record.directory().password(),
                Cast.summary(),
                Cast.systems().stream().map(SystemClient::id).collect(Collectors.joining(", ")));
        calls(out, stack, landmarks);
        out.printf(
                """

                ./mtvp clock +10d moves its time on, ./mtvp portal offers shows what practices can sign; docs/guides walks
                through whole jobs. Ctrl-C stops everything.
                """);
        out.flush();
    }

    private static void calls(PrintWriter out, Stack stack, List<Landmark> landmarks) {
        if (landmarks.isEmpty()) {
            out.printf("A first call:%n    %s%n", call(stack, "buyer-3311", Service.PLAN, "/interventions"));
            return;
        }
        out.printf("The story of UNICUM is in it. Something to call, and who may:%n");
        landmarks.forEach(landmark -> out.printf(
                "  %-20s %-11s %s/v1%s%n",
                landmark.what(), landmark.who(), stack.address(landmark.service()), landmark.path()));
        var first = landmarks.get(landmarks.size() - 2);
        out.printf(
                "A first call, %s:%n    %s%n", first.what(), call(stack, first.who(), first.service(), first.path()));
    }

    private static String call(Stack stack, String who, Service service, String path) {
        return "curl -H \"Authorization: Bearer $(./mtvp token %s%s)\" '%s/v1%s'"
                .formatted(who, dataOption(stack), stack.address(service), path);
    }

    private static String dataOption(Stack stack) {
        var folder = stack.folder().root();
        return folder.endsWith(".mtvp") ? "" : " --data '" + folder + "'";
    }
}
