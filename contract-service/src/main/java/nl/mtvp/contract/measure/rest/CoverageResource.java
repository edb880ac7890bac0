package nl.mtvp.contract.measure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a clawback takes, quarter by quarter, before anybody decides on it (D34). */
@Path("/clawbacks/{id}/coverage")
@Tag(name = "Clawbacks", description = "Money taken back that was used unlawfully (terugvordering, D34)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class CoverageResource {

    private final MeasureUseCases measures;
    private final ContractUseCases contracts;
    private final Estimates estimates;
    private final Caller caller;

    CoverageResource(MeasureUseCases measures, ContractUseCases contracts, Estimates estimates, Caller caller) {
        this.measures = measures;
        this.contracts = contracts;
        this.estimates = estimates;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getClawbackCoverage",
            summary = "What a clawback takes of each quarter, and in all",
            description = "Rule D34. Days and exact parts by the contract as it stands, and euros from practice and RHO"
                    + " as payment-service tells them now; without its answer it says why they are missing. What a"
                    + " decision was taken on stands with the clawback. Roles: insurer, insurer-approver, auditor,"
                    + " service.")
    @APIResponseSchema(value = CoverageResponse.class, responseDescription = "The quarters, in their order")
    @APIResponse(responseCode = "404", description = "There is no such clawback for you")
    public CoverageResponse coverage(@PathParam("id") UUID id) {
        var clawback = measures.withId(MeasureKind.CLAWBACK, id, caller.visibility());
        var contract = contracts.withId(clawback.contractId(), caller.visibility());
        var terms = (Terms.Clawback) clawback.terms();
        return CoverageResponse.of(contract, terms, () -> estimates.of(contract.id(), terms));
    }
}
