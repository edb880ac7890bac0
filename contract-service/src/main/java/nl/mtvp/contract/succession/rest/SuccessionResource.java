package nl.mtvp.contract.succession.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.contract.succession.SuccessionUseCases;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Contracts that a practice continues under a new AGB code: proposed by either side, confirmed by the insurer (D35). */
@Path("/contracts/{contractId}/successions")
@Tag(name = "Successions", description = "Contracts that a practice continues under a new AGB code (D35)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class SuccessionResource {

    private final SuccessionUseCases successions;
    private final ContractUseCases contracts;
    private final Sides sides;
    private final Desk desk;

    SuccessionResource(SuccessionUseCases successions, ContractUseCases contracts, Sides sides, Desk desk) {
        this.successions = successions;
        this.contracts = contracts;
        this.sides = sides;
        this.desk = desk;
    }

    @POST
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Propose that a practice continues the contract under a new AGB",
            description =
                    "Rule D35. From the first day of a quarter on; the new AGB belongs to the same enterprise. In a"
                            + " merger the others' contracts end on that day. Without effect until confirmed. Roles: signatory with"
                            + " the contract's AGB in the token, or insurer with its UZOVI; a logged-in person.")
    @APIResponseSchema(value = SuccessionResponse.class, responseCode = "201", responseDescription = "Proposed")
    @APIResponse(responseCode = "400", description = "A field is malformed, or the day or the AGB impossible")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    @APIResponse(responseCode = "409", description = "The contract is not in force then, or the practice unknown")
    public RestResponse<SuccessionResponse> proposeSuccession(
            @PathParam("contractId") UUID contractId, @NotNull @Valid SuccessionRequest request) {
        var person = desk.person();
        var side = sides.of(contractId);
        return desk.created(
                SuccessionResponse.class,
                () -> SuccessionResponse.of(
                        successions.propose(contractId, side, request.toDomain(), desk.visibility(), person)),
                made -> "/contracts/" + contractId + "/successions/" + made.id());
    }

    @GET
    @Operation(
            summary = "The successions of a contract: the chain of its AGBs",
            description = "Rule D35. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of successions, in the order in which they were proposed")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public RestResponse<List<SuccessionResponse>> listSuccessions(
            @PathParam("contractId") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(
                successions.ofContract(contractId, desk.visibility(), page.request()), SuccessionResponse::of);
    }

    @GET
    @Path("/{successionId}")
    @Operation(
            summary = "A succession of a contract",
            description = "Rule D35. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(value = SuccessionResponse.class, responseDescription = "The succession")
    @APIResponse(responseCode = "404", description = "There is no such succession for you")
    public SuccessionResponse getSuccession(
            @PathParam("contractId") UUID contractId, @PathParam("successionId") UUID successionId) {
        return SuccessionResponse.of(successions.withId(contractId, successionId, desk.visibility()));
    }

    @POST
    @Path("/{successionId}/confirmations")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Let the contract go over to the new AGB",
            description = "Rule D35. Four eyes: not by who proposed it. Role: insurer-approver, a logged-in person.")
    @APIResponseSchema(value = SuccessionResponse.class, responseCode = "201", responseDescription = "Confirmed")
    @APIResponse(responseCode = "403", description = "You proposed it yourself, or are no person")
    @APIResponse(responseCode = "404", description = "There is no such succession for you")
    @APIResponse(
            responseCode = "409",
            description =
                    "It was confirmed before, something is in the way, or the new AGB has a contract on these days")
    public RestResponse<SuccessionResponse> confirmSuccession(
            @PathParam("contractId") UUID contractId, @PathParam("successionId") UUID successionId) {
        var person = desk.person();
        desk.actFor(contracts.withId(contractId, desk.visibility()).uzovi());
        return desk.created(
                SuccessionResponse.class,
                () -> SuccessionResponse.of(successions.confirm(contractId, successionId, desk.visibility(), person)));
    }
}
