package nl.mtvp.contract.measure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a clawback would take, for who is about to order one with a breach and has no proposal to look at (D34). */
@Path("/contracts/{contractId}/clawback-coverage")
@Tag(name = "Clawbacks", description = "Money taken back that was used unlawfully (terugvordering, D34)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
public class ClawbackPreviewResource {

    private final ContractUseCases contracts;
    private final Estimates estimates;
    private final Desk desk;

    ClawbackPreviewResource(ContractUseCases contracts, Estimates estimates, Desk desk) {
        this.contracts = contracts;
        this.estimates = estimates;
        this.desk = desk;
    }

    @GET
    @Operation(
            summary = "What a clawback of a contract would take of each quarter, and in all",
            description = "Rule D34. The same as a proposed clawback's coverage; nothing is recorded. Roles: insurer,"
                    + " insurer-approver, auditor.")
    @APIResponseSchema(value = CoverageResponse.class, responseDescription = "The quarters, in their order")
    @APIResponse(responseCode = "400", description = "A parameter is malformed, or the period empty or too early")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public CoverageResponse previewClawback(
            @PathParam("contractId") UUID contractId,
            @QueryParam("clawedBackFrom") @NotNull @SchemeTime LocalDate clawedBackFrom,
            @QueryParam("clawedBackUntil") @NotNull @SchemeTime LocalDate clawedBackUntil,
            @QueryParam("percentage") @NotNull @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE)
                    String percentage) {
        var contract = contracts.withId(contractId, desk.visibility());
        var terms = new Terms.Clawback(clawedBackFrom, clawedBackUntil, new Percentage(new BigDecimal(percentage)));
        var faults = Stream.concat(
                        terms.faults(contract.startsOn(), desk.today()).stream(),
                        terms.faultsAfter(contract.course().inForceUntil()).stream())
                .map(fault -> new Fault("query", fault.location().substring(1), fault.code(), fault.detail()))
                .toList();
        InvalidInput.ifAny(faults);
        return CoverageResponse.of(contract, terms, () -> estimates.of(contractId, terms));
    }
}
