package nl.mtvp.payment.balance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.payment.balance.EstimateUseCases;
import nl.mtvp.payment.entitlement.domain.ConsideredClawback;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Estimates of clawbacks over HTTP (D34). */
@Path("/clawback-estimates")
@Tag(name = "Clawback estimates", description = "What a clawback would take, before it is decided (D34)")
@Produces(MediaType.APPLICATION_JSON)
public class ClawbackEstimateResource {

    private final EstimateUseCases estimates;
    private final Caller caller;

    ClawbackEstimateResource(EstimateUseCases estimates, Caller caller) {
        this.estimates = estimates;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.SERVICE})
    @Operation(
            operationId = "estimateClawback",
            summary = "What a clawback would take from practice and RHO",
            description = "D34, D42. Roles: insurer and insurer-approver of the contract's insurer, service. For each"
                    + " quarter that it changes and whose peildatum has come: what is due now, and what would be due"
                    + " with this clawback besides all that are known. Nothing is ordered. Example: all of 2023-10-01"
                    + " up to the stop of 2023-11-15 takes 6,146.90 (worked example 5).")
    @APIResponseSchema(value = ClawbackEstimateResponse.class, responseDescription = "What it would take")
    @APIResponse(responseCode = "400", description = "A parameter is missing or malformed, or the period has no day")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public ClawbackEstimateResponse estimate(
            @QueryParam("contractId") @NotNull UUID contractId,
            @QueryParam("from") @NotNull @SchemeTime @Parameter(description = "The first day that it is about")
                    LocalDate from,
            @QueryParam("until") @NotNull @SchemeTime @Parameter(description = "The first day that it leaves alone")
                    LocalDate until,
            @QueryParam("percentage")
                    @NotNull
                    @Parameter(description = "Above 0, at most 100, with at most two decimals", example = "33.33")
                    String percentage) {
        var considered = ConsideredClawback.of(from, until, percentage);
        return ClawbackEstimateResponse.of(estimates.estimate(contractId, considered, caller.visibility()));
    }
}
