package nl.mtvp.plan.praktijkplan.rest;

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
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/praktijkplan-deadlines")
@Tag(name = "Praktijkplan deadlines", description = "Until when practices submit their plans, and who is overdue")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.SERVICE})
public class DeadlineResource {

    private final PraktijkplanUseCases praktijkplannen;
    private final Caller caller;

    DeadlineResource(PraktijkplanUseCases praktijkplannen, Caller caller) {
        this.praktijkplannen = praktijkplannen;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listPraktijkplanDeadlines",
            summary = "The deadlines of admitted practices, or only those that passed",
            description = "D9, D11. Roles: practice and signatory (their own), rho (its regions' practices), service."
                    + " Year 1 is due on the last day of the admitted quarter, year 2 on the last day of the fourth."
                    + " An overdue plan is a signal for compliance; it stops nothing. It is told once on the feed as"
                    + " `nl.mtvp.praktijkplan-overdue.v1`.")
    @APIResponse(
            responseCode = "200",
            description = "Ordered by AGB and year; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<DeadlineResponse>> list(
            @QueryParam("region") @Parameter(description = "Only this region") String region,
            @QueryParam("agb") @Parameter(description = "Only this practice") Agb agb,
            @QueryParam("overdue") @DefaultValue("false") @Parameter(description = "Only what is overdue today")
                    Boolean overdue,
            @Valid @BeanParam PageParameters page) {
        return page.answer(
                praktijkplannen.deadlines(region, agb, overdue, caller.visibility(), page.request()),
                DeadlineResponse::of);
    }
}
