package nl.mtvp.contract.administrative.rest;

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
import nl.mtvp.contract.administrative.RecordingUseCases;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Earlier agreements that an insurer records as contracts: no acceptance, immutable afterwards (D25). */
@Path("/administrative-contracts")
@Tag(name = "Administrative contracts", description = "Earlier agreements recorded (administratief contract, D25)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class AdministrativeContractResource {

    private final RecordingUseCases recordings;
    private final Desk desk;

    AdministrativeContractResource(RecordingUseCases recordings, Desk desk) {
        this.recordings = recordings;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Write down an earlier agreement, to be recorded as a contract",
            description = "Rule D25. It is no contract until somebody else approves it. It needs what an offer needs"
                    + " (D22, D24, D28). Role: insurer, with the UZOVI in its token; a logged-in person.")
    @APIResponseSchema(
            value = AdministrativeContractResponse.class,
            responseCode = "201",
            responseDescription = "Written down")
    @APIResponse(responseCode = "400", description = "A field is malformed, the start impossible, or it lies ahead")
    @APIResponse(responseCode = "403", description = "The insurer is not yours, or you are no person")
    @APIResponse(responseCode = "409", description = "Something that it stands on is missing")
    public RestResponse<AdministrativeContractResponse> proposeAdministrativeContract(
            @NotNull @Valid AdministrativeContractRequest request) {
        var person = desk.person();
        desk.actFor(request.uzovi());
        return desk.created(
                AdministrativeContractResponse.class,
                () -> AdministrativeContractResponse.of(recordings.propose(request.toDomain(), person)),
                made -> "/administrative-contracts/" + made.id());
    }

    @GET
    @Operation(
            summary = "Your recorded agreements",
            description = "Rule D25. Those of the insurers and practices in your token. Roles: insurer,"
                    + " insurer-approver, practice, signatory, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of recorded agreements, in the order of their recording")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<AdministrativeContractResponse>> listAdministrativeContracts(
            @Valid @BeanParam PageParameters page) {
        return page.answer(recordings.list(desk.visibility(), page.request()), AdministrativeContractResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A recorded agreement",
            description = "Rule D25. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(value = AdministrativeContractResponse.class, responseDescription = "The recorded agreement")
    @APIResponse(responseCode = "404", description = "There is no such agreement for you")
    public AdministrativeContractResponse getAdministrativeContract(@PathParam("id") UUID id) {
        return AdministrativeContractResponse.of(recordings.withId(id, desk.visibility()));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Make the recorded agreement a contract",
            description = "Rule D25. Four eyes: not by who wrote it down. Role: insurer-approver, a logged-in person.")
    @APIResponseSchema(
            value = AdministrativeContractResponse.class,
            responseCode = "201",
            responseDescription = "It is a contract")
    @APIResponse(responseCode = "403", description = "You wrote it down yourself, or are no person")
    @APIResponse(responseCode = "404", description = "There is no such agreement for you")
    @APIResponse(
            responseCode = "409",
            description = "It was approved before, the pair has a contract on its days (D29), or something is missing")
    public RestResponse<AdministrativeContractResponse> approveAdministrativeContract(@PathParam("id") UUID id) {
        var person = desk.person();
        desk.actFor(recordings.withId(id, desk.visibility()).agreement().uzovi());
        return desk.created(
                AdministrativeContractResponse.class,
                () -> AdministrativeContractResponse.of(recordings.approve(id, desk.visibility(), person)));
    }
}
