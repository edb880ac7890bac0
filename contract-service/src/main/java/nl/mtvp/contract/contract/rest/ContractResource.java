package nl.mtvp.contract.contract.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.contract.domain.Verification;
import nl.mtvp.contract.rest.Desk;
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
    private final Desk desk;

    ContractResource(ContractUseCases contracts, Desk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    @GET
    @Operation(
            summary = "Your contracts",
            description =
                    "Rules D28, D29. Those of the insurers and practices in your token, in the order in which they"
                            + " came about, with the state that they have today. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of contracts")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<ContractResponse>> listContracts(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("state") ContractState state,
            @Valid @BeanParam PageParameters page) {
        var filter = new ContractFilter(uzovi, agb, state);
        var today = desk.today();
        return page.answer(
                contracts.list(filter, today, desk.visibility(), page.request()),
                contract -> ContractResponse.of(contract, today));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A contract",
            description = "Rules D28, D29. Roles: insurer, insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(value = ContractResponse.class, responseDescription = "The contract")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public ContractResponse getContract(@PathParam("id") UUID id) {
        return ContractResponse.of(contracts.withId(id, desk.visibility()), desk.today());
    }

    @GET
    @Tag(name = "Certificates", description = "What was signed, and what happened before and after (D27)")
    @Path("/{id}/certificate")
    @Operation(
            summary = "The evidence of a contract, with what happened to it",
            description = "Rule D27. The document never changes; the timeline beside it grows. Roles: insurer,"
                    + " insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(value = CertificateResponse.class, responseDescription = "The certificate")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public CertificateResponse getCertificate(@PathParam("id") UUID id) {
        var visibility = desk.visibility();
        return CertificateResponse.of(contracts.certificate(id, visibility), contracts.timeline(id, visibility));
    }

    @POST
    @Path("/{id}/certificate/verifications")
    @Tag(name = "Certificates")
    @Operation(
            summary = "Whether a document is the signed one, or where it differs",
            description =
                    "Rule D27. The document is given as JSON or as bytes; its canonical form (RFC 8785) is compared"
                            + " with what was signed. Nothing is recorded. Roles: insurer, insurer-approver, practice, signatory,"
                            + " auditor, service.")
    @APIResponseSchema(value = VerificationResponse.class, responseDescription = "The verdict")
    @APIResponse(responseCode = "400", description = "Not exactly one document is given, or it is no JSON object")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public VerificationResponse verifyCertificate(
            @PathParam("id") UUID id, @NotNull @Valid VerificationRequest request) {
        var certificate = contracts.certificate(id, desk.visibility());
        return VerificationResponse.of(Verification.of(certificate, request.toDomain()));
    }
}
