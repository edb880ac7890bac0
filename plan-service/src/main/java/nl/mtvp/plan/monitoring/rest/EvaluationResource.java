package nl.mtvp.plan.monitoring.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.monitoring.EvaluationUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/evaluations")
@Tag(name = "Monitoring", description = "What is measured, to learn from; it never reaches money (D14, D15)")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.NATIONAL_DESK})
public class EvaluationResource {

    private final EvaluationUseCases evaluations;
    private final Caller caller;

    EvaluationResource(EvaluationUseCases evaluations, Caller caller) {
        this.evaluations = evaluations;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "evaluateYear",
            summary = "How a region or a practice did in a year",
            description =
                    "D14. For each indicator the value, the baseline, the change, whether the target is met, and the"
                            + " nation beside it; for a practice its region too. A value over several practices is the ratio of"
                            + " their sums. A region: to its RHO, its practices, insurers and the national desk. A practice: to"
                            + " itself and its RHO. Who may not see single practices sees no value over fewer than three"
                            + " (Choice). It settles nothing (D15). Roles: practice, signatory, rho, insurer, insurer-approver,"
                            + " national-desk.")
    @APIResponseSchema(value = EvaluationResponse[].class, responseDescription = "All indicators, by code")
    @APIResponse(responseCode = "400", description = "Not just one of region and agb, or a malformed parameter")
    @APIResponse(responseCode = "404", description = "No region or practice that you may see")
    public List<EvaluationResponse> evaluate(
            @QueryParam("region") @Parameter(description = "Of this region") String region,
            @QueryParam("agb") @Parameter(description = "Of this practice") Agb agb,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        if ((region == null) == (agb == null)) {
            throw new InvalidInput(
                    Fault.inQuery("region", "one-of-two", "ask for a region or for a practice (agb), for one of them"));
        }
        var visibility = caller.visibility();
        var found = agb == null
                ? evaluations.ofRegion(region, year, seesEveryRegion(), visibility)
                : evaluations.ofPractice(agb, year, visibility);
        return found.stream().map(EvaluationResponse::of).toList();
    }

    private boolean seesEveryRegion() {
        return caller.has(Roles.INSURER) || caller.has(Roles.INSURER_APPROVER) || caller.has(Roles.NATIONAL_DESK);
    }
}
