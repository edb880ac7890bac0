package nl.mtvp.payment.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.run.WarningUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A run's warnings over HTTP (D46). */
@Path("/payment-runs/{id}/warnings")
@Tag(name = "Payment runs")
@Produces(MediaType.APPLICATION_JSON)
public class WarningResource {

    private final WarningUseCases warnings;
    private final Caller caller;

    WarningResource(WarningUseCases warnings, Caller caller) {
        this.warnings = warnings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listWarnings",
            summary = "What has to be looked at before a run is approved",
            description = "D37-D40, D46, D50. Roles: insurer, insurer-approver, auditor. Contracts in force without a"
                    + " delivery or a tariff, patients whom another insurer delivers too, creditors from whom the run"
                    + " takes money back, and mass moves. In the order of kind and subject.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter")
    @APIResponse(responseCode = "404", description = "There is no such run for you")
    public RestResponse<List<WarningResponse>> list(@PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(warnings.list(id, caller.visibility(), page.request()), WarningResponse::of);
    }
}
