package nl.mtvp.contract.measure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.Coverage;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.threeten.extra.YearQuarter;

/** What a clawback takes, quarter by quarter, before anybody decides on it (D34). */
@Path("/clawbacks/{id}/coverage")
@Tag(name = "Clawbacks", description = "Money taken back that was used unlawfully (terugvordering, D34)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class CoverageResource {

    private final MeasureUseCases measures;
    private final ContractUseCases contracts;
    private final Caller caller;

    CoverageResource(MeasureUseCases measures, ContractUseCases contracts, Caller caller) {
        this.measures = measures;
        this.contracts = contracts;
        this.caller = caller;
    }

    /** The quarters that a clawback touches. */
    @Schema(name = "ClawbackCoverage")
    public record CoverageResponse(UUID clawbackId, List<QuarterResponse> quarters) {}

    /** What it takes of one. */
    @Schema(name = "ClawbackCoverageQuarter")
    public record QuarterResponse(
            YearQuarter quarter,
            Integer days,
            @Schema(description = "Days on which the contract is in force") Integer inForceDays,
            @Schema(description = "Those of them that are clawed back") Integer clawedBackDays,
            @Schema(example = "45/92", description = "The part of what the whole quarter pays, exact") String part) {

        static QuarterResponse of(Coverage coverage) {
            return new QuarterResponse(
                    coverage.quarter(),
                    coverage.days(),
                    coverage.inForceDays(),
                    coverage.clawedBackDays(),
                    coverage.part());
        }
    }

    @GET
    @Operation(
            operationId = "getClawbackCoverage",
            summary = "What a clawback takes of each quarter",
            description = "Rule D34. Days and exact parts of what a quarter pays, by the contract as it stands; the"
                    + " amounts are payment-service's. Roles: insurer, insurer-approver, auditor, service.")
    @APIResponseSchema(value = CoverageResponse.class, responseDescription = "The quarters, in their order")
    @APIResponse(responseCode = "404", description = "There is no such clawback for you")
    public CoverageResponse coverage(@PathParam("id") UUID id) {
        var clawback = measures.withId(MeasureKind.CLAWBACK, id, caller.visibility());
        var contract = contracts.withId(clawback.contractId(), caller.visibility());
        var quarters =
                Coverage.of(contract.startsOn(), contract.course().inForceUntil(), (Terms.Clawback) clawback.terms());
        return new CoverageResponse(
                id, quarters.stream().map(QuarterResponse::of).toList());
    }
}
