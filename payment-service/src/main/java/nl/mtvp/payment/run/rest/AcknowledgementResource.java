package nl.mtvp.payment.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.payment.run.WarningUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Acknowledgements of a run's warnings over HTTP (D46). */
@Path("/payment-runs/{id}/acknowledgements")
@Tag(name = "Payment runs")
@Produces(MediaType.APPLICATION_JSON)
public class AcknowledgementResource {

    private final WarningUseCases warnings;
    private final Caller caller;
    private final Idempotency idempotency;

    AcknowledgementResource(WarningUseCases warnings, Caller caller, Idempotency idempotency) {
        this.warnings = warnings;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "acknowledgeWarnings",
            summary = "Say that warnings of a run were looked at, and what was found",
            description =
                    "D46. Roles: insurer, insurer-approver; a person. One warning, or all of a kind when no subject is"
                            + " named. It is of the proposal that the hash names, and of no other. A mass move is"
                            + " acknowledged by itself (D40).")
    @APIResponseSchema(
            value = AcknowledgementResponse.class,
            responseCode = "201",
            responseDescription = "Acknowledged: they stand in the way of an approval no more")
    @APIResponse(responseCode = "400", description = "A malformed field, or no reason")
    @APIResponse(responseCode = "404", description = "There is no such run for you")
    @APIResponse(
            responseCode = "409",
            description = "Another proposal, no such warning, acknowledged already, or not a draft any more")
    public RestResponse<AcknowledgementResponse> acknowledge(
            @PathParam("id") UUID id, @NotNull @Valid AcknowledgementRequest request) {
        var person = caller.person();
        return idempotency.once(AcknowledgementResponse.class, () -> ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        AcknowledgementResponse.of(warnings.acknowledge(
                                id,
                                request.proposalHash(),
                                request.kind(),
                                request.subject(),
                                request.reason(),
                                caller.visibility(),
                                person)))
                .build());
    }
}
