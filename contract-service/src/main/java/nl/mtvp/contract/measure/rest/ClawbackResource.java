package nl.mtvp.contract.measure.rest;

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
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.rest.MeasureDesk.Shown;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Clawbacks (terugvordering): proposed, decided by somebody else, perhaps taken back (D34). */
@Path("/clawbacks")
@Tag(name = "Clawbacks", description = "Money taken back that was used unlawfully (terugvordering, D34)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class ClawbackResource {

    private static final Shown<ClawbackResponse> SHOWN =
            new Shown<>(ClawbackResponse.class, ClawbackResponse::of, measure -> "/clawbacks/" + measure.id());

    private final MeasureUseCases measures;
    private final MeasureDesk desk;
    private final Caller caller;

    ClawbackResource(MeasureUseCases measures, MeasureDesk desk, Caller caller) {
        this.measures = measures;
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "proposeClawback",
            summary = "Propose to take money back over a period",
            description = "Rule D34: only where it was used unlawfully (onrechtmatige inzet), for a stated period, with"
                    + " grounds. Without effect until somebody else approves it. Role: insurer, with the contract's"
                    + " UZOVI in its token.")
    @APIResponseSchema(value = ClawbackResponse.class, responseCode = "201", responseDescription = "Proposed")
    @APIResponse(responseCode = "400", description = "A field is malformed, or the period empty or before the contract")
    @APIResponse(responseCode = "404", description = "There is no such contract for you")
    public RestResponse<ClawbackResponse> propose(@NotNull @Valid ClawbackRequest request) {
        return desk.propose(request.contractId(), request.toDomain(), request.grounds(), SHOWN);
    }

    @GET
    @Operation(
            operationId = "listClawbacks",
            summary = "Your clawbacks",
            description =
                    "Rule D34. Of one contract, or of all contracts of the insurers in your token. Roles: insurer,"
                            + " insurer-approver, auditor, service.")
    @APIResponse(responseCode = "200", description = "A page of clawbacks, in the order in which they were proposed")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<ClawbackResponse>> list(
            @QueryParam("contractId") UUID contractId, @Valid @BeanParam PageParameters page) {
        var ofContract = Optional.ofNullable(contractId);
        return page.answer(
                measures.list(MeasureKind.CLAWBACK, ofContract, caller.visibility(), page.request()),
                ClawbackResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getClawback",
            summary = "A clawback",
            description = "Rule D34. Roles: insurer, insurer-approver, auditor, service.")
    @APIResponseSchema(value = ClawbackResponse.class, responseDescription = "The clawback")
    @APIResponse(responseCode = "404", description = "There is no such clawback for you")
    public ClawbackResponse get(@PathParam("id") UUID id) {
        return ClawbackResponse.of(found(id));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            operationId = "approveClawback",
            summary = "Decide that a proposed clawback takes effect",
            description =
                    "Rule D34. What it takes from practice and RHO, as payment-service tells it at this moment, is"
                            + " frozen with the decision; /coverage shows it before. Four eyes: not by who proposed it. Role:"
                            + " insurer-approver, a logged-in person.")
    @APIResponseSchema(value = ClawbackResponse.class, responseCode = "201", responseDescription = "Decided")
    @APIResponse(responseCode = "403", description = "You proposed it yourself, or are no person")
    @APIResponse(responseCode = "404", description = "There is no such clawback for you")
    @APIResponse(responseCode = "409", description = "It was decided or withdrawn before, or would not count")
    @APIResponse(responseCode = "503", description = "Payment-service does not tell what it takes; try again later")
    public RestResponse<ClawbackResponse> approve(@PathParam("id") UUID id) {
        return desk.approve(found(id), SHOWN);
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            operationId = "withdrawClawback",
            summary = "Take a clawback back, with the reason",
            description = "Rule D34. A new fact: what was decided stays on record. Role: insurer-approver, a logged-in"
                    + " person.")
    @APIResponseSchema(value = ClawbackResponse.class, responseCode = "201", responseDescription = "Withdrawn")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    @APIResponse(responseCode = "404", description = "There is no such clawback for you")
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public RestResponse<ClawbackResponse> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid WithdrawalRequest request) {
        return desk.withdraw(found(id), request, SHOWN);
    }

    private Measure found(UUID id) {
        return measures.withId(MeasureKind.CLAWBACK, id, caller.visibility());
    }
}
