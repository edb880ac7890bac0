package nl.mtvp.contract.contract.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Verification;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The evidence of a contract, and whether a document is what was signed (D27). */
@Path("/contracts/{id}/certificate")
@Tag(name = "Certificates", description = "What was signed, and what happened before and after (D27)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class CertificateResource {

    private final ContractUseCases contracts;
    private final Caller caller;

    CertificateResource(ContractUseCases contracts, Caller caller) {
        this.contracts = contracts;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getCertificate",
            summary = "The evidence of a contract, with what happened to it",
            description = "Rule D27. The document never changes; the timeline beside it grows. Roles: insurer,"
                    + " insurer-approver, practice, signatory, auditor, service.")
    @APIResponseSchema(value = CertificateResponse.class, responseDescription = "The certificate")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public CertificateResponse get(@PathParam("id") UUID id) {
        var visibility = caller.visibility();
        return CertificateResponse.of(contracts.certificate(id, visibility), contracts.timeline(id, visibility));
    }

    @POST
    @Path("/verifications")
    @Operation(
            operationId = "verifyCertificate",
            summary = "Whether a document is the signed one, or where it differs",
            description =
                    "Rule D27. The document is given as JSON or as bytes; its canonical form (RFC 8785) is compared"
                            + " with what was signed. Nothing is recorded. Roles: insurer, insurer-approver, practice, signatory,"
                            + " auditor, service.")
    @APIResponseSchema(value = VerificationResponse.class, responseDescription = "The verdict")
    @APIResponse(responseCode = "400", description = "Not exactly one document is given, or it is no JSON object")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public VerificationResponse verify(@PathParam("id") UUID id, @NotNull @Valid VerificationRequest request) {
        var certificate = contracts.certificate(id, caller.visibility());
        return VerificationResponse.of(Verification.of(certificate, request.toDomain()));
    }
}
