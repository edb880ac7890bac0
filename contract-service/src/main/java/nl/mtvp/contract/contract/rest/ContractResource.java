package nl.mtvp.contract.contract.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Contracts between an insurer and a practice, for those two (D27, D29). */
@Path("/contracts")
@Tag(name = "Contracts", description = "What an insurer and a practice agreed, with the evidence (D27-D29)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class ContractResource {

    private final ContractUseCases contracts;
    private final Caller caller;
    private final Clock clock;

    ContractResource(ContractUseCases contracts, Caller caller, Clock clock) {
        this.contracts = contracts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listContracts",
            summary = "Your contracts",
            description =
                    "Rules D28, D29. Those of the insurers and practices in your token, in the order in which they"
                            + " came about, with the state that they have today. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of contracts")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<ContractResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("state") ContractState state,
            @Valid @BeanParam PageParameters page) {
        var filter =
                new ContractFilter(Optional.ofNullable(uzovi), Optional.ofNullable(agb), Optional.ofNullable(state));
        var today = today();
        return page.answer(
                contracts.list(filter, today, caller.visibility(), page.request()),
                contract -> ContractResponse.of(contract, today));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getContract",
            summary = "A contract",
            description = "Rules D28, D29. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(value = ContractResponse.class, responseDescription = "The contract")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public ContractResponse get(@PathParam("id") UUID id) {
        return ContractResponse.of(contracts.withId(id, caller.visibility()), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
