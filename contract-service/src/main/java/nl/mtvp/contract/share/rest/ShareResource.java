package nl.mtvp.contract.share.rest;

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
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.contract.share.ShareUseCases;
import nl.mtvp.contract.share.rest.ShareRequest.ShareEndRequest;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The part of a contract that goes to the RHO, with the practice's consent (D49). */
@Path("/contracts/{contractId}/rho-shares")
@Tag(name = "RHO shares", description = "The part of a contract that goes to the RHO (D49)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.RHO,
    Roles.AUDITOR,
    Roles.SERVICE
})
public class ShareResource {

    private final ShareUseCases shares;
    private final ContractUseCases contracts;
    private final Desk desk;

    ShareResource(ShareUseCases shares, ContractUseCases contracts, Desk desk) {
        this.shares = shares;
        this.contracts = contracts;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "Let a part of the contract go to the RHO, with the practice's consent",
            description = "Rule D49. A percentage of what is due or an amount per ION, from a quarter's first day on;"
                    + " the ground is the regioplan version that the contract was signed on. Choice: the practice's"
                    + " signatory records what practice and RHO agreed, and consents with it. Role: signatory, a"
                    + " logged-in person, with the AGB of the practice that holds the contract in the token.")
    @APIResponseSchema(value = ShareResponse.class, responseCode = "201", responseDescription = "The share is agreed")
    @APIResponse(responseCode = "400", description = "No consent, a field is malformed, or the days are impossible")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    @APIResponse(responseCode = "409", description = "Another share stands, or the contract was annulled")
    public RestResponse<ShareResponse> agreeRhoShare(
            @PathParam("contractId") UUID contractId, @NotNull @Valid ShareRequest request) {
        var signatory = desk.person();
        actForHolder(contractId);
        return desk.created(
                ShareResponse.class,
                () -> ShareResponse.of(shares.agree(
                        contractId,
                        request.consentedPart(),
                        request.shareFrom(),
                        Optional.ofNullable(request.shareUntil()),
                        request.benefit(),
                        desk.visibility(),
                        signatory)));
    }

    @POST
    @Path("/{id}/endings")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "End a share earlier than was agreed, with the reason",
            description = "Rule D49. On a quarter's first day. Role: signatory, a logged-in person, with the AGB of the"
                    + " practice that holds the contract in the token.")
    @APIResponseSchema(value = ShareResponse.class, responseCode = "201", responseDescription = "Ended")
    @APIResponse(responseCode = "400", description = "A field is missing, or the day impossible")
    @APIResponse(responseCode = "404", description = "There is no such share for you")
    @APIResponse(responseCode = "409", description = "It ends on or before that day already")
    public RestResponse<ShareResponse> endRhoShare(
            @PathParam("contractId") UUID contractId,
            @PathParam("id") UUID id,
            @NotNull @Valid ShareEndRequest request) {
        var signatory = desk.person();
        actForHolder(contractId);
        return desk.created(
                ShareResponse.class,
                () -> ShareResponse.of(shares.end(
                        contractId, id, request.shareUntil(), request.reason(), desk.visibility(), signatory)));
    }

    @GET
    @Operation(
            summary = "The shares of a contract, of all days",
            description = "Rule D49. For the contract's parties and the RHO that gets them. Roles: insurer,"
                    + " insurer-approver, practice, signatory, rho, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of shares, in the order in which they were agreed")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public RestResponse<List<ShareResponse>> listRhoShares(
            @PathParam("contractId") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(shares.ofContract(contractId, desk.visibility(), page.request()), ShareResponse::of);
    }

    /** Only a signatory of the practice that holds the contract today binds it (D26, D35). */
    private void actForHolder(UUID contractId) {
        desk.actFor(contracts.withId(contractId, desk.visibility()).holder(desk.today()));
    }
}
