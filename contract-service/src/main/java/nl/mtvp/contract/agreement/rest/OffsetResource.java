package nl.mtvp.contract.agreement.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.agreement.OffsetUseCases;
import nl.mtvp.contract.agreement.rest.AgreementRequest.OffsetEndRequest;
import nl.mtvp.contract.agreement.rest.AgreementResource.AgreementResponse.OffsetResponse;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a contract deducts for existing agreements (D32). */
@Path("/contracts/{id}/offsets")
@Tag(name = "Existing agreements")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class OffsetResource {

    private final OffsetUseCases offsets;
    private final Sides sides;
    private final Desk desk;

    OffsetResource(OffsetUseCases offsets, Sides sides, Desk desk) {
        this.offsets = offsets;
        this.sides = sides;
        this.desk = desk;
    }

    @GET
    @Operation(
            summary = "What a contract deducts per quarter",
            description = "Rule D32. In the order in which they were agreed.")
    public RestResponse<List<OffsetResponse>> listOffsets(
            @PathParam("id") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(offsets.ofContract(contractId, desk.visibility(), page.request()), OffsetResponse::of);
    }

    @POST
    @Path("/{offsetId}/endings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "End an offset earlier than was agreed, with the reason",
            description =
                    "Rule D32. For an existing agreement that ends early. Role: insurer, with the contract's UZOVI"
                            + " in its token.")
    @Answers(
            invalid = "A field is missing, or the offset would have no day",
            conflict = "It ends on or before that day already")
    public RestResponse<OffsetResponse> endOffset(
            @PathParam("id") UUID contractId,
            @PathParam("offsetId") UUID offsetId,
            @NotNull @Valid OffsetEndRequest request) {
        var visibility = desk.visibility();
        sides.actForInsurer(contractId);
        return desk.created(
                OffsetResponse.class,
                () -> OffsetResponse.of(offsets.end(
                        contractId, offsetId, request.offsetUntil(), request.reason(), visibility, desk.actor())));
    }
}
