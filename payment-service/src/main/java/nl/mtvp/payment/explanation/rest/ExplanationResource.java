package nl.mtvp.payment.explanation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.payment.explanation.ExplanationUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Explanations over HTTP (D53). */
@Path("/explanations")
@Tag(name = "Explanations", description = "Why a line is what it is, from its inputs to its cents (D53)")
@Produces(MediaType.APPLICATION_JSON)
public class ExplanationResource {

    private static final String DESCRIBED_BY = "</v1/schemas/explanation.json>; rel=\"describedby\"";

    private final ExplanationUseCases explanations;
    private final Caller caller;

    ExplanationResource(ExplanationUseCases explanations, Caller caller) {
        this.explanations = explanations;
        this.caller = caller;
    }

    @GET
    @Path("/{lineId}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Operation(
            operationId = "getExplanation",
            summary = "Explain a line",
            description =
                    "D53, D54. Roles: insurer, insurer-approver, practice, signatory, rho, auditor. Practice and RHO see"
                            + " it once the line is posted, each with the parts of its own money. Each correction is explained by the one fact that it replaced (D44). Its JSON Schema"
                            + " is at /v1/schemas/explanation.json, without login.")
    @APIResponseSchema(
            value = ExplanationResponse.class,
            responseDescription = "The explanation; Link: rel=describedby")
    @APIResponse(responseCode = "400", description = "knownAt is malformed or in the future")
    @APIResponse(responseCode = "404", description = "There is no such line for you, or there was none then")
    public RestResponse<ExplanationResponse> explain(
            @PathParam("lineId") UUID lineId,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt) {
        var answer = ExplanationResponse.of(explanations.explain(lineId, knownAt, caller.visibility()));
        return ResponseBuilder.ok(answer).header(HttpHeaders.LINK, DESCRIBED_BY).build();
    }
}
