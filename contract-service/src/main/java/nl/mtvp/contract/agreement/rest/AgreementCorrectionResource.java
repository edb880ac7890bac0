package nl.mtvp.contract.agreement.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.agreement.AgreementUseCases;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.agreement.rest.AgreementRequest.AgreementWithdrawalRequest;
import nl.mtvp.contract.agreement.rest.AgreementRequest.CorrectionRequest;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Existing agreements that were registered wrongly: taken back, or replaced by what they should have said (D32). */
@Path("/existing-agreements/{id}")
@Tag(name = "Existing agreements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSURER)
public class AgreementCorrectionResource {

    private final AgreementUseCases agreements;
    private final Caller caller;
    private final Idempotency idempotency;

    AgreementCorrectionResource(AgreementUseCases agreements, Caller caller, Idempotency idempotency) {
        this.agreements = agreements;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/withdrawals")
    @Operation(
            operationId = "withdrawExistingAgreement",
            summary = "Take back an existing agreement that was registered wrongly",
            description =
                    "Rule D32. It stays on record and counts on no day; what contracts deduct for it ends at its own"
                            + " first day, and certificates keep what they froze. Role: insurer, with the agreement's UZOVI in"
                            + " its token.")
    @APIResponseSchema(value = AgreementResponse.class, responseCode = "201", responseDescription = "Withdrawn")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such agreement for you")
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public RestResponse<AgreementResponse> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid AgreementWithdrawalRequest request) {
        return created(id, () -> agreements.withdraw(id, request.reason(), caller.visibility(), caller.actor()));
    }

    @POST
    @Path("/corrections")
    @Operation(
            operationId = "correctExistingAgreement",
            summary = "Replace an existing agreement by what it should have said",
            description =
                    "Rule D32. The wrong one is withdrawn; what was arranged for it counts for the one that replaces"
                            + " it, also on contracts that deduct it already. Role: insurer, with the agreement's UZOVI in its"
                            + " token.")
    @APIResponseSchema(
            value = AgreementResponse.class,
            responseCode = "201",
            responseDescription = "Corrected; the one that replaces it")
    @APIResponse(responseCode = "400", description = "A field is malformed, or the period or the amount is nothing")
    @APIResponse(responseCode = "404", description = "There is no such agreement for you")
    @APIResponse(
            responseCode = "409",
            description = "It was withdrawn before, or another of the pair is registered for some of these days")
    public RestResponse<AgreementResponse> correct(
            @PathParam("id") UUID id, @NotNull @Valid CorrectionRequest request) {
        var correction = request.toDomain();
        return created(id, () -> agreements.correct(id, correction, caller.visibility(), caller.actor()));
    }

    private RestResponse<AgreementResponse> created(UUID id, Supplier<ExistingAgreement> effect) {
        caller.actFor(agreements.withId(id, caller.visibility()).uzovi());
        return idempotency.once(AgreementResponse.class, () -> {
            var agreement = effect.get();
            return ResponseBuilder.create(RestResponse.Status.CREATED, AgreementResponse.of(agreement))
                    .location(URI.create("/existing-agreements/" + agreement.id()))
                    .build();
        });
    }
}
