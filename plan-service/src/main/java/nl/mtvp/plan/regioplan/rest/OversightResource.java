package nl.mtvp.plan.regioplan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Regioplan oversight", description = "Where versions stand over all plans, and who owes decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.NATIONAL_DESK, Roles.SERVICE})
public class OversightResource {

    private final RegioplanUseCases regioplannen;
    private final Caller caller;

    OversightResource(RegioplanUseCases regioplannen, Caller caller) {
        this.regioplannen = regioplannen;
        this.caller = caller;
    }

    @GET
    @Path("/regioplan-versions")
    @RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
    @Operation(
            operationId = "listAllRegioplanVersions",
            summary = "The versions of all regioplannen that you may see",
            description = "D6. Roles: rho (its own), insurer, insurer-approver and auditor (those on which the insurer"
                    + " decides or decided), service. Filters narrow it down together.")
    @APIResponse(responseCode = "200", description = "Oldest first; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<ListedVersionResponse>> versions(
            @QueryParam("state") @Parameter(description = "Only in this state") VersionState state,
            @QueryParam("rho") @Parameter(description = "Only of this RHO") String rho,
            @QueryParam("region") @Parameter(description = "Only of plans for this region") String region,
            @QueryParam("awaits") @Parameter(description = "Only what this insurer (UZOVI) still has to decide on")
                    Uzovi awaits,
            @Valid @BeanParam PageParameters page) {
        var versions = regioplannen.versions(state, rho, region, awaits, caller.visibility(), page.request());
        return page.answer(versions, ListedVersionResponse::of);
    }

    @GET
    @Path("/regioplan-deadlines")
    @Operation(
            operationId = "listRegioplanDeadlines",
            summary = "The decisions that insurers owe on regioplannen, or only those overdue",
            description = "D6. Roles: rho (on its plans), insurer, insurer-approver and auditor (the insurer's own),"
                    + " national-desk and service (all). A decision is due a term after the submission, by default 28"
                    + " days, frozen then (a choice: the sources name no term). Overdue stops nothing: the decision"
                    + " may still come.")
    @APIResponse(
            responseCode = "200",
            description = "What is due first, first; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<OwedDecisionResponse>> deadlines(
            @QueryParam("uzovi") @Parameter(description = "Only of this insurer") Uzovi uzovi,
            @QueryParam("rho") @Parameter(description = "Only on plans of this RHO") String rho,
            @QueryParam("overdue") @DefaultValue("false") @Parameter(description = "Only what is overdue today")
                    Boolean overdue,
            @Valid @BeanParam PageParameters page) {
        var visibility = caller.has(Roles.NATIONAL_DESK) ? Visibility.EVERYTHING : caller.visibility();
        return page.answer(
                regioplannen.owed(uzovi, rho, overdue, visibility, page.request()), OwedDecisionResponse::of);
    }
}
