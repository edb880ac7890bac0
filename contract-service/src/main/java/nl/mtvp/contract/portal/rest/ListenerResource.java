package nl.mtvp.contract.portal.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import nl.mtvp.contract.portal.PortalInbox;
import nl.mtvp.contract.portal.domain.PortalRefused;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes what the portal says. Only {@link PortalGate} leads here, so the certificate's organisation is known. */
@Path(ListenerResource.PATH)
public class ListenerResource {

    static final String PATH = "/portal/messages";

    private final PortalInbox inbox;
    private final Refusals refusals;
    private final Caller caller;

    ListenerResource(PortalInbox inbox, Refusals refusals, Caller caller) {
        this.inbox = inbox;
        this.refusals = refusals;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PORTAL)
    @Operation(
            hidden = true,
            operationId = "sendToContractService",
            description = "Rules D25, D26, D27, D36; described in openapi/zorginkoopportaal.yaml. Role: portal.")
    public ReceiptResponse take(@NotNull @Valid IncomingRequest request, @Context RoutingContext routing) {
        var client = caller.actor().client();
        if (!client.equals(routing.get(PortalGate.CLIENT))) {
            refusals.count(Refusals.Reason.TOKEN_OF_ANOTHER_ORGANISATION, client);
            throw PortalRefused.anotherOrganisation();
        }
        var message = request.toDomain();
        return new ReceiptResponse(message.messageId(), inbox.take(message, client));
    }
}
