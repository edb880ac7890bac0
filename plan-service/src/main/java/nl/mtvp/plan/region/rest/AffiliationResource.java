package nl.mtvp.plan.region.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.region.AffiliationUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/practices/{agb}")
@Tag(name = "Affiliations", description = "Where practices belong, from day to day")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AffiliationResource {

    private final AffiliationUseCases affiliations;
    private final Caller caller;
    private final Idempotency idempotency;

    AffiliationResource(AffiliationUseCases affiliations, Caller caller, Idempotency idempotency) {
        this.affiliations = affiliations;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/moves")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            operationId = "movePractice",
            summary = "Move your practice to another hub, region or RHO from a day on",
            description = "D5. Roles: practice and signatory, of this practice. The practice itself moves, since it"
                    + " gives its RHO the mandate; neither RHO consents, both see it. Today or later: rounds that were"
                    + " frozen, and admissions, stay as they were. A round reads the places of its peildatum, all else"
                    + " those of the day.")
    @APIResponseSchema(value = AffiliationResponse.class, responseCode = "201", responseDescription = "The new place")
    @APIResponse(responseCode = "400", description = "A field is malformed, or the day is past or before the last move")
    @APIResponse(responseCode = "404", description = "No RHO declared the practice")
    @APIResponse(
            responseCode = "409",
            description = "There is no such hub, the practice belongs there already, or it moves on that day already")
    public RestResponse<AffiliationResponse> move(@PathParam("agb") Agb agb, @NotNull @Valid MoveRequest request) {
        caller.actFor(agb);
        return idempotency.once(AffiliationResponse.class, () -> {
            var place = affiliations.move(request.toDomain(agb), caller.actor());
            return ResponseBuilder.create(Status.CREATED, AffiliationResponse.of(place))
                    .build();
        });
    }

    @GET
    @Path("/affiliations")
    @RolesAllowed({
        Roles.INSURER,
        Roles.INSURER_APPROVER,
        Roles.RHO,
        Roles.PRACTICE,
        Roles.SIGNATORY,
        Roles.AUDITOR,
        Roles.SERVICE
    })
    @Operation(
            operationId = "listAffiliations",
            summary = "Where a practice was, is and will be",
            description = "D5. Roles: practice and signatory (their own), rho (practices that it has, had or will"
                    + " have), insurer, insurer-approver and auditor (where the insurer is preferent), service.")
    @APIResponse(responseCode = "200", description = "In their order; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No practice that you may see has this AGB code")
    public RestResponse<List<AffiliationResponse>> list(
            @PathParam("agb") Agb agb, @Valid @BeanParam PageParameters page) {
        return page.answer(
                affiliations.affiliations(agb, caller.visibility(), page.request()), AffiliationResponse::of);
    }
}
