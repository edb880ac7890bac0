package nl.mtvp.payment.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.payment.run.RecomputationUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Recomputations of a run over HTTP (D43, D48, D54). */
@Path("/payment-runs/{id}/recomputations")
@Tag(name = "Payment runs")
@Produces(MediaType.APPLICATION_JSON)
public class RecomputationResource {

    private final RecomputationUseCases recomputations;
    private final Caller caller;
    private final Idempotency idempotency;

    RecomputationResource(RecomputationUseCases recomputations, Caller caller, Idempotency idempotency) {
        this.recomputations = recomputations;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.AUDITOR, Roles.INSURER})
    @Operation(
            operationId = "recomputeRun",
            summary = "Compute a run once more, and compare",
            description = "D43, D46, D48, D54. Roles: auditor, insurer. From the facts and the ledger as known at the"
                    + " run's cut-off, whatever came after it: each line, its entries when it is posted, and the proposal"
                    + " hash are compared with what was kept. It is COMPUTING, and COMPUTED by itself: poll it.")
    @APIResponseSchema(
            value = RecomputationResponse.class,
            responseCode = "201",
            responseDescription = "Being computed")
    @APIResponse(responseCode = "404", description = "There is no such run for you")
    @APIResponse(responseCode = "409", description = "The run has no proposal yet, or never had one")
    public RestResponse<RecomputationResponse> make(@PathParam("id") UUID id) {
        var answered = idempotency.once(RecomputationResponse.class, () -> {
            var answer = RecomputationResponse.of(recomputations.make(id, caller.visibility(), caller.actor()));
            return ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                    .location(URI.create("/payment-runs/" + id + "/recomputations/" + answer.id()))
                    .build();
        });
        recomputations.lookForWork();
        return answered;
    }

    @GET
    @Path("/{recomputationId}")
    @RolesAllowed({Roles.AUDITOR, Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "getRecomputation",
            summary = "What computing a run once more came to",
            description = "D43, D48, D54. Roles: auditor, insurer, insurer-approver.")
    @APIResponseSchema(value = RecomputationResponse.class, responseDescription = "The recomputation")
    @APIResponse(responseCode = "404", description = "There is no such run or recomputation for you")
    public RecomputationResponse get(@PathParam("id") UUID id, @PathParam("recomputationId") UUID recomputationId) {
        return RecomputationResponse.of(recomputations.get(id, recomputationId, caller.visibility()));
    }
}
