package nl.mtvp.payment.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import org.jdbi.v3.core.Jdbi;

/**
 * In every test of this service: a command that succeeds and leaves no record of who did what fails, whoever's endpoint it
 * is and whatever the test is about.
 */
@Provider
public class CommandsAreRecorded implements ContainerResponseFilter {

    /** Operations that look like commands and change nothing. A new one needs a good reason to stand here. */
    static final Set<String> CHANGE_NOTHING = Set.of("verifyPostings", "verifyAuditRecords");

    @Inject
    Jdbi jdbi;

    @Inject
    CurrentCommand command;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean succeeded = response.getStatus() / 100 == 2;
        if (!succeeded
                || !CurrentCommand.isUnderWay()
                || command.isRepeated()
                || CHANGE_NOTHING.contains(command.operation())) {
            return;
        }
        if (!recorded(command.requestId())) {
            fail(response, command.operation() + " left no record of who did it");
        }
        if (command.path().contains("/v1/v1/")) {
            fail(response, "a Location is given without the base path, which is put before it: " + command.path());
        }
    }

    private static void fail(ContainerResponseContext response, String why) {
        response.setStatus(500);
        response.setEntity(Map.of("title", why));
    }

    private boolean recorded(String requestId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from audit_record where request_id = :id)")
                        .bind("id", requestId)
                        .mapTo(Boolean.class)
                        .one());
    }
}
